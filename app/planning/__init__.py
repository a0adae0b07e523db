"""What follows from a review: negotiation plan, checklists, risk register, obligations, monitoring."""
