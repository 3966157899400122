"""What every feature may use: time, errors, texts, and the place of the resources."""
