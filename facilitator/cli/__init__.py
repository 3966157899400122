"""Commands without a window, one module a group of them."""
