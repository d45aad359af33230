about-title = About Grannskap
accessibility-title = Accessibility statement
privacy-title = How we treat personal data
