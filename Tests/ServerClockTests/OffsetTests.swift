import ServerClock
import TestSupport
import Testing

@Suite("Offsets")
struct OffsetTests {
    @Test("the true offset is always inside one sample's interval")
    func singleSample() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<20_000 {
            let exchange = SimulatedExchange.random(using: &random)
            let interval = exchange.sample.interval
            #expect(interval.contains(.nanoseconds(exchange.offset)))
            #expect(interval.upper - interval.lower == .seconds(1) + exchange.sample.roundTrip)
            let estimate = try OffsetEstimate(from: [exchange.sample])
            let error = estimate.offset - .nanoseconds(exchange.offset)
            #expect(max(error, .zero - error) <= estimate.radius)
        }
    }

    @Test(
        "the true offset is always inside the estimate of several samples, which is no wider than any", arguments: 2...8
    )
    func severalSamples(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        for _ in 0..<1000 {
            let offset = Int64.random(in: -900_000_000_000...900_000_000_000, using: &random)
            let samples = (0..<count).map { _ in SimulatedExchange.random(using: &random, offset: offset).sample }
            let estimate = try OffsetEstimate(from: samples, lag: .zero, driftPPM: 0)
            let error = estimate.offset - .nanoseconds(offset)
            #expect(max(error, .zero - error) <= estimate.radius)
            #expect(estimate.dropped == [])
            #expect(estimate.samples == count)
            for sample in samples { #expect(estimate.radius <= sample.interval.radius) }
        }
    }

    @Test("one sample's offset is right on average, where the midpoint of AWS's SDKs is half a second low")
    func bias() {
        var random = SplitMix64(seed: 3)
        var ours = Duration.zero
        var theirs = Duration.zero
        let trials = 4000
        for _ in 0..<trials {
            let half = Int64.random(in: 10_000_000...50_000_000, using: &random)
            let exchange = SimulatedExchange(
                offset: Int64.random(in: -60_000_000_000...60_000_000_000, using: &random), forward: half, back: half,
                sent: 1_795_341_600_000_000_000 + Int64.random(in: 0...1_000_000_000, using: &random))
            ours += exchange.sample.interval.midpoint - .nanoseconds(exchange.offset)
            theirs += exchange.sample.midpointSkew - .nanoseconds(exchange.offset)
        }
        #expect((ours / trials) > .milliseconds(-30) && (ours / trials) < .milliseconds(30))
        #expect((theirs / trials) > .milliseconds(-530) && (theirs / trials) < .milliseconds(-470))
    }

    @Test("a Date that is up to 20 ms late stays inside with the default lag, and not without it")
    func lateDates() throws {
        var random = SplitMix64(seed: 4)
        var lost = 0
        for _ in 0..<2000 {
            let offset = Int64.random(in: -60_000_000_000...60_000_000_000, using: &random)
            let late = Int64.random(in: 0...20_000_000, using: &random)
            let samples = (0..<6).map { _ in
                let sent = 1_795_341_600_000_000_000 + Int64.random(in: 0...3_000_000_000, using: &random)
                var exchange = SimulatedExchange(offset: offset - late, forward: 2_500_000, back: 2_500_000, sent: sent)
                exchange.offset = offset - late
                return exchange.sample
            }
            let with = try OffsetEstimate(from: samples, driftPPM: 0)
            let error = with.offset - .nanoseconds(offset)
            #expect(max(error, .zero - error) <= with.radius)
            let without = try OffsetEstimate(from: samples, lag: .zero, driftPPM: 0)
            let bare = without.offset - .nanoseconds(offset)
            if max(bare, .zero - bare) > without.radius { lost += 1 }
        }
        #expect(lost > 0)
    }

    @Test("a clock that drifts by 200 ppm stays inside with the default margin")
    func drift() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<500 {
            let start = Int64.random(in: -60_000_000_000...60_000_000_000, using: &random)
            let base: Int64 = 1_795_341_600_000_000_000
            var samples: [DateSample] = []
            var last: Int64 = 0
            for index in 0..<6 {
                let elapsed = Int64(index) * 60_000_000_000 + Int64.random(in: 0...1_000_000_000, using: &random)
                last = start + elapsed / 5000
                samples.append(
                    SimulatedExchange(offset: last, forward: 20_000_000, back: 30_000_000, sent: base + elapsed).sample)
            }
            let estimate = try OffsetEstimate(from: samples)
            let error = estimate.offset - .nanoseconds(last)
            #expect(max(error, .zero - error) <= estimate.radius)
        }
    }

    @Test("no readings give no number")
    func nothing() {
        #expect(throws: OffsetError.noReadings) { try OffsetEstimate(from: []) }
    }

    @Test("two clocks that contradict each other give no number")
    func inconsistent() {
        let one = SimulatedExchange(offset: 0, forward: 1_000_000, back: 1_000_000, sent: 1_795_341_600_000_000_000)
        var other = one
        other.offset = 2_500_000_000
        #expect(throws: OffsetError.inconsistent(readings: 2)) {
            try OffsetEstimate(from: [one.sample, other.sample])
        }
    }

    @Test("a stale reading among good ones is dropped and named")
    func stale() throws {
        var random = SplitMix64(seed: 6)
        var samples = (0..<5).map { _ in SimulatedExchange.random(using: &random, offset: 1_000_000_000).sample }
        samples.insert(SimulatedExchange.random(using: &random, offset: -30_000_000_000).sample, at: 2)
        let estimate = try OffsetEstimate(from: samples)
        #expect(estimate.dropped == [2])
        #expect(estimate.samples == 5)
    }
}

@Suite("The majority of intervals")
struct IntervalMajorityTests {
    private func interval(_ lower: Int, _ upper: Int) -> OffsetInterval {
        OffsetInterval(lower: .seconds(lower), upper: .seconds(upper))
    }

    @Test(
        "the region most intervals cover is found",
        arguments: [
            ([(8, 12), (11, 13), (10, 12)], (11, 12), 3, [Int]()),
            ([(8, 12), (11, 13), (14, 15)], (11, 12), 2, [2]),
            ([(0, 1), (1, 2)], (1, 1), 2, []),
            ([(0, 10)], (0, 10), 1, []),
            ([(0, 10), (2, 3), (5, 6)], (2, 6), 2, []),
        ] as [([(Int, Int)], (Int, Int), Int, [Int])])
    func regions(ends: [(Int, Int)], best: (Int, Int), votes: Int, dropped: [Int]) {
        let majority = IntervalMajority(of: ends.map { interval($0.0, $0.1) })
        #expect(majority?.interval == interval(best.0, best.1))
        #expect(majority?.votes == votes)
        #expect(majority?.dropped == dropped)
    }

    @Test("half is no majority")
    func half() {
        #expect(IntervalMajority(of: []) == nil)
        #expect(IntervalMajority(of: [interval(0, 1), interval(2, 3)]) == nil)
        #expect(IntervalMajority(of: [interval(0, 1), interval(0, 1), interval(2, 3), interval(2, 3)]) == nil)
    }

    @Test("it agrees with counting at every end", arguments: 1...12)
    func againstCounting(count: Int) {
        var random = SplitMix64(seed: UInt64(count) &* 77)
        for _ in 0..<300 {
            let intervals = (0..<count).map { _ in
                let lower = Int.random(in: 0...30, using: &random)
                return interval(lower, lower + Int.random(in: 0...10, using: &random))
            }
            let most = intervals.map { end in intervals.filter { $0.contains(end.lower) }.count }.max() ?? 0
            let majority = IntervalMajority(of: intervals)
            #expect(majority?.votes == (most * 2 > count ? most : nil))
        }
    }

    @Test("intervals meet or do not")
    func intersection() {
        #expect(interval(0, 2).intersection(interval(1, 3)) == interval(1, 2))
        #expect(interval(0, 1).intersection(interval(2, 3)) == nil)
        #expect(interval(0, 1).dilated(by: .seconds(1)) == interval(-1, 2))
    }
}
