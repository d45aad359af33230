about-title = Om Grannskap
accessibility-title = Tillgänglighetsredogörelse
privacy-title = Så behandlar vi personuppgifter
