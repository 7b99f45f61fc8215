extension Array where Element == Finding {
    /// The findings with what is broken first and what is well last; equals keep their order.
    package func causeFirst() -> [Finding] {
        let order: [Status] = [.fail, .unknown, .warn, .skip, .pass]
        return order.flatMap { status in filter { $0.status == status } }
    }
}

extension Array where Element == Finding {
    /// The findings as the readings of one failure, the likeliest first.
    ///
    /// One call that failed is one failure, however many causes fit its words: a reading that is no more than possible,
    /// beside another before it, is counted as a verdict that could not be reached, and not as a second failure.
    package func readingsOfOneFailure() -> [Finding] {
        enumerated().map { index, finding in
            guard index > 0, finding.confidence == .possible, finding.status == .fail || finding.status == .warn else {
                return finding
            }
            var reading = finding
            reading.status = .unknown
            return reading
        }
    }
}
