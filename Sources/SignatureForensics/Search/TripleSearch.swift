import SigV4

extension SignatureSearch {
    /// Tries the usual mistakes three at a time, as far as the budget goes.
    func triples(_ singles: [Candidate]) -> [Mistake]? {
        let (behind, within) = (singles.filter(\.isBehind), singles.filter(\.isWithin))
        var pairsWithin: [Candidate] = []
        for (index, one) in within.enumerated() {
            for other in within[(index + 1)...] {
                guard pairsWithin.count < 20_000, !meter.isOver, let both = together(one, other),
                    meter.keeps(both.parts.count)
                else { continue }
                pairsWithin.append(both)
            }
        }
        var pairsBehind: [Candidate] = []
        for (index, one) in behind.enumerated() {
            for other in behind[(index + 1)...] {
                guard pairsBehind.count < 600, !meter.isOver, let both = together(one, other) else { continue }
                pairsBehind.append(both)
            }
        }
        if let found = product(pairsWithin, Array(behind.prefix(24))) { return found }
        if let found = product(within, pairsBehind) { return found }
        for pair in pairsWithin where !isExhausted {
            for other in within {
                if meter.isOver { return nil }
                guard other.isBehindAll(of: pair, in: within), let all = together(pair, other) else { continue }
                if matches(all.parts) { return all.mistakes }
            }
        }
        return nil
    }
}

extension SignatureSearch.Candidate {
    /// A cheap order, so that a triple is tried once.
    fileprivate func isBehindAll(of pair: SignatureSearch.Candidate, in list: [SignatureSearch.Candidate]) -> Bool {
        knobs.rawValue > (pair.mistakes.map(\.knobs.rawValue).max() ?? 0)
    }
}
