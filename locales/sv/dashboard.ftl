front-title = Lär av grannarna
front-lead = Grannskap sätter samman nyckelpersoner hos skolhuvudmän i små utbytesgrupper med grannar och likar, hjälper grupperna att träffas och tar vara på det de lär sig.
dashboard-title = Hej { $name }
