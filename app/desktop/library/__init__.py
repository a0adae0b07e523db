"""The clause library, read, changed and tried."""
