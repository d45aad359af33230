//! Where an organiser is, when it is in several municipalities.

use matching::distance_km;

/// An organiser spread wider than this around its middle has no position: the middle would be nowhere.
const SPREAD_KM: f64 = 100.0;

/// The mean of some points (latitude, longitude), if all of them are near it.
pub(super) fn middle(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let count = f64::from(u32::try_from(points.len()).ok().filter(|count| *count > 0)?);
    let (latitudes, longitudes) = points.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
    let middle = (latitudes / count, longitudes / count);
    points.iter().all(|point| distance_km(*point, middle) <= SPREAD_KM).then_some(middle)
}

/// The county (code, name), if there is only one.
pub(super) fn one_county<'a>(counties: &[(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let first = *counties.first()?;
    counties.iter().all(|county| *county == first).then_some(first)
}
