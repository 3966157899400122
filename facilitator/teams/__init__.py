"""Mixed teams: rules and tiers, the solver, repair, table rounds, the OBK-index, explanations."""
