//! A linear relaxation of the whole problem, from which a proof follows of how good any groups could be.
//!
//! For each pair of people who may share a group, let `w` be 1 where they do in a group of the smallest size, less in a
//! larger one: (smallest − 1) / (size − 1), and 0 where they do not. With `s` for the smallest size less one:
//!
//! * maximise Σ 2·affinity·w, which is `s` times the sum over people of their means;
//! * degree: the `w` of each person add up to `s`;
//! * cap: those of a person with people of one organiser add up to at most what the rule allows;
//! * star: for a person `i` and others `S`, Σ w(i, j) − Σ w(j, k) over pairs in `S` is at most 1, because those of `S` who
//!   are with `i` are with each other. Two others give the triangle inequality (Grötschel and Wakabayashi 1989); star
//!   cuts are found by adding others greedily, and kept while they bind.
//!
//! It is solved by the primal-dual hybrid gradient method (Chambolle and Pock 2011) with diagonal steps and restarts from
//! averages (Applegate and others 2021). The multipliers need not be optimal: rounded to whole numbers, any of them give a
//! bound that holds exactly, by the weak duality theorem. So no rounding of the solver can make a bound wrong.

/// Multipliers are rounded to one part in so many.
const PARTS: f64 = 64.0;

/// Iterations between two restarts.
const EPOCH: usize = 100;

/// Most others in a star.
const MOST_IN_STAR: usize = 6;

/// Least violation of a star that is added.
const VIOLATED: f64 = 0.02;

/// Rounds of stars after which the relaxation is left.
const ROUNDS: usize = 40;

/// The relaxation of a problem. People are numbered from 0.
pub(crate) struct Relaxation {
    people: usize,
    /// Sum of a person's variables.
    others: usize,
    pairs: Vec<(u32, u32)>,
    /// Twice the affinity of each pair.
    gain: Vec<i32>,
    /// Number of each pair of people plus one; 0 for those who cannot share a group.
    number: Vec<u32>,
    /// Inequalities: pairs with their signs, and the most that they may add up to.
    cuts: Vec<Cut>,
}

struct Cut {
    terms: Vec<(u32, i8)>,
    most: i32,
    /// Whether the cut stays though it does not bind.
    stays: bool,
}

/// Where the solver stands.
#[derive(Clone)]
struct Point {
    primal: Vec<f64>,
    degree: Vec<f64>,
    cut: Vec<f64>,
}

impl Relaxation {
    /// The relaxation for people of whom `affinity` tells the points of two who may share a group.
    pub(crate) fn new(people: usize, others: usize, affinity: impl Fn(usize, usize) -> Option<i32>) -> Self {
        let mut pairs = Vec::new();
        let mut gain = Vec::new();
        let mut number = vec![0; people * people];
        for one in 0..people {
            for two in one + 1..people {
                if let Some(points) = affinity(one, two) {
                    pairs.push((one as u32, two as u32));
                    gain.push(2 * points);
                    number[one * people + two] = pairs.len() as u32;
                    number[two * people + one] = pairs.len() as u32;
                }
            }
        }
        Self { people, others, pairs, gain, number, cuts: Vec::new() }
    }

    /// Adds the cap: a person shares a group with at most `most` of `class`, fewer by one where it is of the class.
    pub(crate) fn cap(&mut self, classes: &[Vec<usize>], most: usize) {
        for class in classes {
            for person in 0..self.people {
                let most = most - usize::from(class.contains(&person));
                let terms: Vec<(u32, i8)> = class
                    .iter()
                    .filter_map(|&other| self.pair(person, other))
                    .map(|pair| (pair, 1))
                    .collect();
                if terms.len() > most {
                    self.cuts.push(Cut { terms, most: most as i32, stays: true });
                }
            }
        }
    }

    fn pair(&self, one: usize, two: usize) -> Option<u32> {
        self.number[one * self.people + two].checked_sub(1)
    }

    /// An upper bound on Σ gain·w, proved. `sharing` says which pairs share a group in a solution that is known;
    /// `iterations` is how long to work on it; stars are looked for only where `stars` is set.
    pub(crate) fn bound(
        &mut self,
        sharing: impl Fn(usize, usize) -> bool,
        iterations: usize,
        stars: bool,
    ) -> i64 {
        let mut point = Point {
            primal: self
                .pairs
                .iter()
                .map(|&(one, two)| f64::from(u8::from(sharing(one as usize, two as usize))))
                .collect(),
            degree: self.thresholds(),
            cut: vec![0.0; self.cuts.len()],
        };
        let mut best = self.proved(&point);
        let mut balance = 0.002;
        let (mut left, mut rounds, mut stale) = (iterations, 0, 0);
        while left > 0 {
            let steps = EPOCH.min(left);
            left -= steps;
            let average = self.epoch(&mut point, steps, &mut balance);
            let found = self.proved(&average).min(self.proved(&point));
            stale = if found < best - best / 20_000 { 0 } else { stale + 1 };
            best = best.min(found);
            point = average;
            if stale >= 3 {
                rounds += 1;
                if !stars || rounds > ROUNDS || !self.renew_stars(&mut point) {
                    break;
                }
                stale = 0;
            }
        }
        best
    }

    /// For each person the affinity beyond which it would take no further partner: multipliers that give the degree bound.
    fn thresholds(&self) -> Vec<f64> {
        let mut own: Vec<Vec<i32>> = vec![Vec::new(); self.people];
        for (&(one, two), &gain) in self.pairs.iter().zip(&self.gain) {
            own[one as usize].push(gain);
            own[two as usize].push(gain);
        }
        own.into_iter()
            .map(|mut gains| {
                gains.sort_unstable_by(|one, two| two.cmp(one));
                gains.get(self.others.saturating_sub(1)).map_or(0.0, |&gain| f64::from(gain) / 2.0)
            })
            .collect()
    }

    /// Runs some iterations and returns the average of the points passed.
    fn epoch(&self, point: &mut Point, steps: usize, balance: &mut f64) -> Point {
        let begun = point.clone();
        let mut sum = Point {
            primal: vec![0.0; point.primal.len()],
            degree: vec![0.0; point.degree.len()],
            cut: vec![0.0; point.cut.len()],
        };
        let (column, row) = self.norms();
        let mut ahead = vec![0.0; self.pairs.len()];
        let mut reduced = vec![0.0; self.pairs.len()];
        let mut degrees = vec![0.0; self.people];
        for _ in 0..steps {
            self.reduce(point, &mut reduced);
            degrees.fill(-(self.others as f64));
            for (at, &(one, two)) in self.pairs.iter().enumerate() {
                let before = point.primal[at];
                let after = (before + *balance / column[at] * reduced[at]).clamp(0.0, 1.0);
                point.primal[at] = after;
                ahead[at] = 2.0 * after - before;
                degrees[one as usize] += ahead[at];
                degrees[two as usize] += ahead[at];
                sum.primal[at] += after;
            }
            let prices = point.degree.iter_mut().zip(&mut sum.degree);
            for ((price, sum), (excess, row)) in prices.zip(degrees.iter().zip(&row)) {
                *price += excess / (*balance * row);
                *sum += *price;
            }
            for (at, cut) in self.cuts.iter().enumerate() {
                let side: f64 =
                    cut.terms.iter().map(|&(pair, sign)| f64::from(sign) * ahead[pair as usize]).sum();
                let step = (side - f64::from(cut.most)) / (*balance * cut.terms.len() as f64);
                point.cut[at] = (point.cut[at] + step).max(0.0);
                sum.cut[at] += point.cut[at];
            }
        }
        let share = 1.0 / steps as f64;
        for list in [&mut sum.primal, &mut sum.degree, &mut sum.cut] {
            list.iter_mut().for_each(|value| *value *= share);
        }
        let primal = distance(&sum.primal, &begun.primal);
        let dual = distance(&sum.degree, &begun.degree).hypot(distance(&sum.cut, &begun.cut));
        if primal > 1e-9 && dual > 1e-9 {
            *balance = (*balance * primal / dual).sqrt();
        }
        sum
    }

    /// Sums of absolute coefficients, of pairs and of people.
    fn norms(&self) -> (Vec<f64>, Vec<f64>) {
        let mut column = vec![2.0; self.pairs.len()];
        let mut row = vec![0.0; self.people];
        for cut in &self.cuts {
            cut.terms.iter().for_each(|&(pair, _)| column[pair as usize] += 1.0);
        }
        for &(one, two) in &self.pairs {
            row[one as usize] += 1.0;
            row[two as usize] += 1.0;
        }
        row.iter_mut().for_each(|sum: &mut f64| *sum = sum.max(1.0));
        (column, row)
    }

    /// What each pair gains after its share of the multipliers.
    fn reduce(&self, point: &Point, reduced: &mut [f64]) {
        for ((reduced, &gain), &(one, two)) in reduced.iter_mut().zip(&self.gain).zip(&self.pairs) {
            *reduced = f64::from(gain) - point.degree[one as usize] - point.degree[two as usize];
        }
        for (cut, &price) in self.cuts.iter().zip(&point.cut).filter(|&(_, &price)| price > 0.0) {
            cut.terms.iter().for_each(|&(pair, sign)| reduced[pair as usize] -= f64::from(sign) * price);
        }
    }

    /// The bound that the multipliers of a point prove, in whole numbers from beginning to end.
    fn proved(&self, point: &Point) -> i64 {
        let whole = |price: f64| (price.clamp(-1e6, 1e6) * PARTS).round() as i64;
        let degree: Vec<i64> = point.degree.iter().map(|&price| whole(price)).collect();
        let mut reduced: Vec<i64> = self
            .gain
            .iter()
            .zip(&self.pairs)
            .map(|(&gain, &(one, two))| {
                i64::from(gain) * PARTS as i64 - degree[one as usize] - degree[two as usize]
            })
            .collect();
        let mut total = degree.iter().sum::<i64>() * self.others as i64;
        for (cut, &price) in self.cuts.iter().zip(&point.cut) {
            let price = whole(price).max(0);
            total += price * i64::from(cut.most);
            cut.terms.iter().for_each(|&(pair, sign)| reduced[pair as usize] -= i64::from(sign) * price);
        }
        total += reduced.into_iter().map(|gain| gain.max(0)).sum::<i64>();
        total.div_euclid(PARTS as i64) + 1
    }

    /// Lets go of stars that do not bind, and adds those most violated. False where none is.
    fn renew_stars(&mut self, point: &mut Point) -> bool {
        let keep: Vec<bool> =
            self.cuts.iter().zip(&point.cut).map(|(cut, &price)| cut.stays || price > 0.0).collect();
        let mut kept = keep.iter();
        self.cuts.retain(|_| kept.next().copied().unwrap_or(true));
        let mut kept = keep.iter();
        point.cut.retain(|_| kept.next().copied().unwrap_or(true));
        let mut found = Vec::new();
        for centre in 0..self.people {
            self.stars_of(centre, &point.primal, &mut found);
        }
        found.sort_by(|one: &(f64, Vec<(u32, i8)>), two| {
            two.0.total_cmp(&one.0).then_with(|| one.1.cmp(&two.1))
        });
        found.dedup_by(|one, two| one.1 == two.1);
        found.truncate(8 * self.people);
        let any = !found.is_empty();
        for (_, terms) in found {
            self.cuts.push(Cut { terms, most: 1, stays: false });
            point.cut.push(0.0);
        }
        any
    }

    /// Violated stars around a person, one begun from each partner.
    fn stars_of(&self, centre: usize, primal: &[f64], found: &mut Vec<(f64, Vec<(u32, i8)>)>) {
        let value = |one: usize, two: usize| self.pair(one, two).map_or(0.0, |pair| primal[pair as usize]);
        let mut partners: Vec<(f64, usize)> = (0..self.people)
            .map(|other| (value(centre, other), other))
            .filter(|&(share, _)| share > VIOLATED)
            .collect();
        partners.sort_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
        for &(share, first) in &partners {
            let (mut star, mut side) = (vec![first], share);
            while star.len() < MOST_IN_STAR {
                let gain = |other: usize| {
                    value(centre, other) - star.iter().map(|&member| value(member, other)).sum::<f64>()
                };
                let next = partners
                    .iter()
                    .filter(|&&(_, other)| !star.contains(&other))
                    .map(|&(_, other)| (gain(other), other))
                    .max_by(|one, two| one.0.total_cmp(&two.0).then(two.1.cmp(&one.1)));
                match next {
                    Some((gain, other)) if gain > 1e-6 => {
                        star.push(other);
                        side += gain;
                    }
                    _ => break,
                }
            }
            if side > 1.0 + VIOLATED {
                star.sort_unstable();
                found.push((side, self.star(centre, &star)));
            }
        }
    }

    fn star(&self, centre: usize, others: &[usize]) -> Vec<(u32, i8)> {
        let spokes = others.iter().filter_map(|&other| self.pair(centre, other)).map(|pair| (pair, 1));
        let rim = others.iter().enumerate().flat_map(|(at, &one)| {
            others[at + 1..].iter().filter_map(move |&two| self.pair(one, two)).map(|pair| (pair, -1))
        });
        spokes.chain(rim).collect()
    }
}

fn distance(one: &[f64], two: &[f64]) -> f64 {
    one.iter().zip(two).map(|(one, two)| (one - two).powi(2)).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two threes with affinity 10 inside and 1 between: nothing is above the two threes.
    #[test]
    fn two_clear_groups_are_proved_best() {
        let together = |one: usize, two: usize| one / 3 == two / 3;
        let affinity = |one, two| Some(if together(one, two) { 1000 } else { 100 });
        let bound = Relaxation::new(6, 2, affinity).bound(together, 2000, true);
        let best = 2 * 6 * 1000;
        assert!((best..=best + best / 500).contains(&bound), "{bound}");
    }

    /// A ring of five, each fond of two neighbours, in a group of three and one of two: without stars everybody would have
    /// both neighbours.
    #[test]
    fn stars_cut_what_degrees_allow() {
        let affinity = |one: usize, two: usize| Some(if one.abs_diff(two) % 3 == 1 { 1000 } else { 0 });
        let bound = |stars| Relaxation::new(5, 1, affinity).bound(|_, _| false, 4000, stars);
        assert!(bound(true) <= bound(false));
        // Three in a path: (1 + 1 + 1) means 1000 + 2 * 500; two: 2 * 1000.
        assert!(bound(true) >= 4000);
    }
}
