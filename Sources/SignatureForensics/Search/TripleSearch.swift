import SigV4

extension SignatureSearch {
    /// Tries the usual mistakes three at a time, as far as the budget goes.
    func triples(_ singles: [Candidate]) -> [Mistake]? {
        let (behind, within) = (singles.filter(\.isBehind), singles.filter(\.isWithin))
        // Of each pair only its hash is kept.
        var pairsWithin: [(one: Int, other: Int)] = []
        var hashes: [SHA256Digest] = []
        for one in within.indices {
            for other in within.indices[(one + 1)...] {
                guard pairsWithin.count < 20_000, !meter.isOver, let parts = parts(of: within[one], within[other])
                else { continue }
                meter.count(bytes: count(parts))
                pairsWithin.append((one, other))
                hashes.append(hash(parts))
            }
        }
        func candidate(_ place: Int) -> Candidate? {
            together(within[pairsWithin[place].one], within[pairsWithin[place].other])
        }
        var pairsBehind: [Candidate] = []
        for (index, one) in behind.enumerated() {
            for other in behind[(index + 1)...] {
                guard pairsBehind.count < 600, !meter.isOver, let both = together(one, other) else { continue }
                pairsBehind.append(both)
            }
        }
        if let found = product(hashes, Array(behind.prefix(24)), candidate) { return found }
        if let found = product(within, pairsBehind) { return found }
        for place in pairsWithin.indices where !isExhausted {
            guard let pair = candidate(place) else { continue }
            let last = pair.mistakes.map(\.knobs.rawValue).max() ?? 0
            // A cheap order, so that a triple is tried once.
            for other in within.indices where within[other].knobs.rawValue > last {
                if meter.isOver { return nil }
                if tries(pair, within[other]) { return pair.mistakes + within[other].mistakes }
            }
        }
        return nil
    }
}
