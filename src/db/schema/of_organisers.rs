//! Organisers and other reference data.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    reference_loads (name) {
        name -> Text,
        edition -> Text,
        loaded_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    organisers (code) {
        code -> Text,
        kind -> Text,
        name -> Text,
        legal_name -> Nullable<Text>,
        organisation_number -> Text,
        county_code -> Nullable<Text>,
        county_name -> Nullable<Text>,
        inhabitants -> Nullable<Integer>,
        pupils -> Nullable<Integer>,
        size_year -> Nullable<Integer>,
        structure_code -> Nullable<Text>,
        structure_name -> Nullable<Text>,
        longitude -> Nullable<Double>,
        latitude -> Nullable<Double>,
        search_name -> Text,
        reference -> Bool,
        updated_at -> Timestamp,
        updated_by -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    organiser_municipalities (organiser_code, municipality_code) {
        organiser_code -> Text,
        municipality_code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    neighbours (code, neighbour_code) {
        code -> Text,
        neighbour_code -> Text,
        kind -> Text,
        kilometres -> Double,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    similar_organisers (code, area, similar_code) {
        code -> Text,
        area -> Text,
        similar_code -> Text,
        year -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    themes (slug) {
        slug -> Text,
        name_sv -> Text,
        name_en -> Text,
        position -> Integer,
        id -> DbUuid,
        network_id -> Nullable<DbUuid>,
        listed -> Bool,
        merged_into -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    put_away_themes (network_id, theme_slug) {
        network_id -> DbUuid,
        theme_slug -> Text,
        put_away_by -> Nullable<DbUuid>,
        put_away_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    organiser_domains (domain) {
        domain -> Text,
        organiser_code -> Text,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
    }
}
