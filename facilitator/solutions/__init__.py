"""What the teams hand in: solutions, pitch order, the follow-up group and its actions."""
