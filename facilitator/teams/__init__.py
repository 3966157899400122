"""Mixed teams at tables: rules, the solver's tiers, repair on the morning, rounds, the OBK-index."""
