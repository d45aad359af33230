# The calendar
calendar-title = Calendar
calendar-lead = Meetups of your groups, last days to answer polls and last days to register in your networks.
calendar-open = Month by month in the calendar
calendar-months = Change month
calendar-today = This month
calendar-as-list = Show as a list
calendar-as-month = Show as a month
calendar-week = Week
calendar-empty = Nothing is planned this month
calendar-empty-body = Meetups and last days show up here as soon as somebody has decided on them. Anybody in a group can propose a meetup.
calendar-last-day-poll = Answer by
calendar-last-day-round = Register by
calendar-subscribe = Would you like the meetups in Outlook, Google Calendar or your phone? Subscribe to all of them, or to one group at a time.
calendar-subscribe-all = All my meetups
