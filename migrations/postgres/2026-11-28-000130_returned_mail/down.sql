DROP TABLE stopped_addresses;
