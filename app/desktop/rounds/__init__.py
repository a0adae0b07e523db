"""What came back against what was sent, round by round, and the answers to it."""
