"""Plain strings: words, normal forms and word-level edits; nothing about documents."""
