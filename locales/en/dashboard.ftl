front-title = Learn from your neighbours
front-lead = Grannskap brings key people of school organisers together in small exchange groups with neighbours and peers, helps the groups to meet, and keeps what they learn.
dashboard-title = Hello { $name }
