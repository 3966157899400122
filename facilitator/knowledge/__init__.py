"""The knowledge base: success examples, challenges, workshops, ranking, questions, search."""
