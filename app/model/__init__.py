"""What the stages hand to one another: frozen dataclasses, standard library only."""
