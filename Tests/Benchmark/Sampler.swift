/// Times a measurement: work and comparison in turn, in many short rounds.
///
/// On a machine that does other things as well, single times wander. Taken in turn, both meet the same weather, so that
/// the median of the rounds' ratios is steadier than the ratio of two medians.
struct Sampler {
    /// How many rounds to take.
    var rounds = 2001
    /// How long one batch of a round shall take.
    ///
    /// Much less than a scheduler's time slice, so that few rounds meet another process.
    var batch = Duration.microseconds(100)

    /// Nanoseconds for one run, and how much the rounds differ.
    struct Result {
        let workNanoseconds: Double
        let baselineNanoseconds: Double
        /// The median of the rounds' ratios.
        let ratio: Double
        /// The ratio of the fastest work to the fastest comparison: what the machine gives when nobody disturbs.
        let bestRatio: Double
        /// The tenth and the ninetieth percentile of the rounds' ratios.
        let spread: (low: Double, high: Double)
        let rounds: Int
        let runsPerBatch: Int
    }

    func run(_ measurement: Measurement) -> Result {
        guard measurement.length == .microseconds else { return sample(measurement, runs: 1, rounds: 5) }
        let runs = runsPerBatch(measurement)
        // Warm caches, key cache and branch predictors.
        for _ in 0..<20 {
            measurement.baseline(runs)
            measurement.work(runs)
        }
        return sample(measurement, runs: runs, rounds: rounds)
    }

    private func sample(_ measurement: Measurement, runs: Int, rounds: Int) -> Result {
        var work: [Double] = []
        var baseline: [Double] = []
        for _ in 0..<rounds {
            baseline.append(Self.nanoseconds { measurement.baseline(runs) } / Double(runs))
            work.append(Self.nanoseconds { measurement.work(runs) } / Double(runs))
        }
        let ratios = zip(work, baseline).map { $0 / $1 }
        return Result(
            workNanoseconds: Self.percentile(50, of: work), baselineNanoseconds: Self.percentile(50, of: baseline),
            ratio: Self.percentile(50, of: ratios),
            bestRatio: Self.percentile(0, of: work) / Self.percentile(0, of: baseline),
            spread: (Self.percentile(10, of: ratios), Self.percentile(90, of: ratios)),
            rounds: rounds, runsPerBatch: runs)
    }

    private func runsPerBatch(_ measurement: Measurement) -> Int {
        var runs = 1
        let wanted = Double(batch.components.attoseconds) / 1e9
        measurement.work(100)
        while runs < 1 << 20 {
            // The shortest of a few: the first ones may meet cold caches or another process.
            let time = (0..<5).map { _ in Self.nanoseconds { measurement.work(runs) } }.min() ?? 0
            if time >= wanted { return max(1, Int(Double(runs) * wanted / time)) }
            runs *= 2
        }
        return runs
    }

    private static func nanoseconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work)
        return Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9
    }

    private static func percentile(_ percent: Int, of values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted[(sorted.count - 1) * percent / 100]
    }
}
