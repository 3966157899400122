"""The development script, the lock, and the frame of the benchmarks."""
