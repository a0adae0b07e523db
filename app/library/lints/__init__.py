"""What a good clause file has beyond its form: looked for by `library check`, not when a library is loaded."""
