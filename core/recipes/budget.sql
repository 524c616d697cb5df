-- The budget of `huisuan batch --summary`, to the fen, by ClickHouse. `applicants` has the columns id and document, one applicant's JSON.

-- Each result beside whose it is. Where one machine's huisuan fails, so does the query.
CREATE TABLE results ENGINE = MergeTree ORDER BY id AS SELECT id, huisuan(document) AS result FROM applicants;

-- Who was refused, and why.
SELECT id, result.error FROM results WHERE result.contract != 1 ORDER BY id;

-- Every machine had the same engine and the same policies: else nothing here may be added up.
SELECT throwIf(uniqExact(result.engine, mapSort(result.receipt.policies)) > 1, 'the machines have different policies') AS differ
FROM results WHERE result.contract = 1;

-- The places, after duplication and common ceilings. An upper end that nobody knows (NULL) leaves the sum's unknown.
SELECT
    place.adcode AS adcode,
    count() AS applicants,
    countIf(place.total.high IS NULL OR place.total.low != place.total.high) AS open,
    sum(place.total.low) AS total_low,
    if(countIf(place.total.high IS NULL) > 0, NULL, sum(place.total.high)) AS total_high,
    sum(place.total_all_years.low) AS total_all_years_low,
    if(countIf(place.total_all_years.high IS NULL) > 0, NULL, sum(place.total_all_years.high)) AS total_all_years_high,
    sum(place.certain) AS certain,
    sum(place.people.low) AS people_low,
    if(countIf(place.people.high IS NULL) > 0, NULL, sum(place.people.high)) AS people_high,
    sum(place.loans.low) AS loans_low,
    if(countIf(place.loans.high IS NULL) > 0, NULL, sum(place.loans.high)) AS loans_high
FROM results ARRAY JOIN result.places AS place
GROUP BY adcode ORDER BY adcode;

-- The measures, each by itself: the year assessed, then all years.
WITH
    if(policy.in_force = 'no', 'ineligible', measure.status) AS status,
    status != 'ineligible' AND measure.amount.low IS NOT NULL AS counts,
    countIf(measure.amount.low IS NOT NULL) > 0 AS figured, -- without: nothing in money, or the document states no figure
    measure.schedule[1] AS year
SELECT
    place.adcode AS adcode,
    measure.id AS id,
    countIf(status = 'eligible') AS eligible,
    countIf(status = 'undetermined') AS undetermined,
    countIf(status = 'ineligible') AS ineligible,
    countIf(counts AND measure.amount.high IS NULL) AS unbounded,
    if(figured, sumIf(year.low, counts), NULL) AS year_low,
    if(figured AND countIf(counts AND notEmpty(measure.schedule) AND year.high IS NULL) = 0, sumIf(ifNull(year.high, 0), counts), NULL) AS year_high,
    if(figured, sumIf(ifNull(measure.amount.low, 0), counts), NULL) AS whole_low,
    if(figured AND unbounded = 0, sumIf(ifNull(measure.amount.high, 0), counts), NULL) AS whole_high
FROM results ARRAY JOIN result.places AS place ARRAY JOIN place.policies AS policy ARRAY JOIN policy.measures AS measure
GROUP BY adcode, id ORDER BY adcode, id;
