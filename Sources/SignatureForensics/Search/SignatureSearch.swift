import SigV4

/// Looks for the mistakes that make a right signer produce a given signature.
///
/// Single mistakes first, then pairs, then triples of the usual ones. A match cannot be chance, so the order only
/// decides how long it takes, and which of several ways to the same bytes is named. The parts of a signature are made
/// once for each mistake, and put together: most hypotheses cost two hashes.
struct SignatureSearch {
    /// A mistake, or several at once, with what they change made.
    struct Candidate {
        let mistakes: [Mistake]
        let knobs: Knobs
        let sections: SignerModel.Sections
        let reach: Mistake.Reach
        let parts: RenderedSections
        /// The headers' values that are replaced; nil if something else about the headers is changed.
        var values: [HeaderText.Value]?
    }

    let right: SignerModel
    let signature: SHA256Digest
    /// The body as it arrived.
    let body: [UInt8]
    private let base: RenderedSections
    private let baseState: SHA256State
    private let headerText: HeaderText
    /// About how long the headers' text is.
    private let headersCount: Int
    let meter: SearchMeter
    /// Whether every known mistake was tried, alone and in pairs.
    private(set) var isThrough = false

    /// Prepares the search for a signature of 32 bytes.
    init(_ right: SignerModel, signature: SHA256Digest, body: [UInt8] = [], _ meter: SearchMeter) {
        self.right = right
        self.body = body
        self.signature = signature
        self.meter = meter
        base = RenderedSections(right, [.target, .headers, .payload, .text, .key])
        headerText = HeaderText(right.headers)
        headersCount = base.headers?.count ?? 0
        let key = right.key.key
        baseState = key.state(after: right.text.head.span)
    }

    /// Whether the signature is the right one.
    func isRight() -> Bool { matches(base) }

    /// The mistakes that give the signature, as few as there are; nil if none are found.
    ///
    /// - Parameters:
    ///   - mistakes: those that are tried with each other.
    ///   - many: those that are tried alone, of which there are so many that they are not made before they are needed.
    ///   - sweeps: what is counted through.
    mutating func run(_ mistakes: [Mistake], many: () -> [Mistake], sweeps: [NumberSweep]) -> [Mistake]? {
        let singles = candidates(mistakes)
        if let found = first(of: singles) { return found }
        let many = candidates(many())
        if let found = first(of: many) { return found }
        let (usual, rare) = (singles.filter { $0.reach == .triples }, singles.filter { $0.reach == .pairs })
        if let found = pairs(usual, rare) { return found }
        if let found = pairs([], rare) { return found }
        if let found = wide(singles, many, sweeps) { return found }
        // All that is known was tried, two at once; of three at once no search is ever through.
        isThrough = !meter.isCutShort
        return triples(usual)
    }

    /// Whether no further round is begun; within a round only the end of the search counts.
    var isExhausted: Bool { meter.isExhausted }
}

extension SignatureSearch {
    /// The mistakes that change something, each with what it changes.
    func candidates(_ mistakes: [Mistake]) -> [Candidate] {
        var candidates: [Candidate] = []
        for mistake in mistakes where !meter.isOver {
            var model = right
            mistake.change(&model)
            let parts = RenderedSections(model, mistake.sections)
            meter.count(bytes: cost(mistake.sections))
            guard parts.differs(from: right, base, model) else { continue }
            guard meter.keeps(parts.count) else { break }
            candidates.append(
                Candidate(
                    mistakes: [mistake], knobs: mistake.knobs, sections: mistake.sections, reach: mistake.reach,
                    parts: parts, values: mistake.value.map { [$0] }))
        }
        return candidates
    }

    private func first(of candidates: [Candidate]) -> [Mistake]? {
        for candidate in candidates {
            if meter.isOver { return nil }
            if matches(candidate.parts) { return candidate.mistakes }
        }
        return nil
    }

    /// What it costs to make parts of a signer, in hashed bytes; about as much whatever mistake is made in them.
    private func cost(_ sections: SignerModel.Sections) -> Int {
        var cost = 0
        if sections.contains(.target) { cost += SearchMeter.writingCost * (base.target?.count ?? 0) }
        if sections.contains(.headers) { cost += 2 * headersCount }
        // Five keys are prepared, of two blocks each, and used.
        if sections.contains(.key) { cost += 2048 }
        return cost
    }

    /// The headers' text with some values, which is written anew for each pair of them.
    private func text(_ values: [HeaderText.Value]) -> [UInt8] {
        meter.count(bytes: headersCount)
        return headerText.text(values)
    }

    /// Both mistakes at once; nil if they cannot be made together, or if one of them makes no difference then.
    func together(_ one: Candidate, _ other: Candidate) -> Candidate? {
        guard one.knobs.isDisjoint(with: other.knobs) else { return nil }
        let sections = one.sections.union(other.sections)
        let shared = one.sections.intersection(other.sections)
        var parts = one.parts
        parts.fill(from: other.parts)
        var values: [HeaderText.Value]?
        if shared == .headers, let mine = one.values, let its = other.values {
            let both = mine + its
            parts.headers = text(both)
            values = both
        } else if !shared.isEmpty {
            var model = right
            for mistake in one.mistakes + other.mistakes { mistake.change(&model) }
            meter.count(bytes: cost(shared))
            let made = RenderedSections(model, shared)
            guard made.differs(fromBoth: one.parts, other.parts, one, other, model) else { return nil }
            parts.replace(with: made)
        } else {
            values = one.values ?? other.values
        }
        return Candidate(
            mistakes: one.mistakes + other.mistakes, knobs: one.knobs.union(other.knobs), sections: sections,
            reach: min(one.reach, other.reach), parts: parts, values: values)
    }
}

extension SignatureSearch {
    /// The signature that these parts give is the one looked for.
    func matches(_ parts: RenderedSections) -> Bool {
        matches(parts, hash(parts))
    }

    func hash(_ parts: RenderedSections) -> SHA256Digest {
        let (target, headers) = (parts.target ?? base.target ?? [], parts.headers ?? base.headers ?? [])
        let payload = parts.payload ?? base.payload ?? []
        var state = SHA256State()
        state.update(target.span)
        state.update(headers.span)
        return state.digest(followedBy: payload.span)
    }

    /// How many bytes are hashed for the canonical request of these parts.
    private func count(_ parts: RenderedSections) -> Int {
        (parts.target ?? base.target ?? []).count + (parts.headers ?? base.headers ?? []).count
            + (parts.payload ?? base.payload ?? []).count
    }

    private func matches(hash: SHA256Digest, of count: Int) -> Bool {
        meter.countSignature(hashing: count)
        return base.key?.authenticate(after: baseState, hexOf: hash) == signature
    }

    /// Whether a canonical request with this hash has the signature, by a key that has begun with its string to sign.
    ///
    /// - Parameter count: how many bytes were hashed for it.
    func matches(hash: SHA256Digest, of count: Int, _ key: HMACKey, _ state: SHA256State) -> Bool {
        meter.countSignature(hashing: count)
        return key.authenticate(after: state, hexOf: hash) == signature
    }

    private func matches(_ parts: RenderedSections, _ hash: SHA256Digest) -> Bool {
        meter.countSignature(hashing: count(parts))
        guard let key = parts.key ?? base.key else { return false }
        if parts.text == nil, parts.key != nil, let head = base.head {
            return key.authenticate(after: key.state(after: head.span), hexOf: hash) == signature
        }
        if parts.key == nil, parts.text == nil { return key.authenticate(after: baseState, hexOf: hash) == signature }
        if let head = parts.head {
            return key.authenticate(after: key.state(after: head.span), hexOf: hash) == signature
        }
        let text = parts.text ?? right.text
        let message = text.text(hash) {
            (parts.target ?? base.target ?? []) + (parts.headers ?? base.headers ?? [])
                + (parts.payload ?? base.payload ?? [])
        }
        if let seal = text.seal { return parts.key == nil && seal.seal(message, right.key) == signature }
        return key.authenticate(message.span) == signature
    }

    /// Whether two mistakes together give the signature; nothing is made of them that need not be.
    func tries(_ one: borrowing Candidate, _ other: borrowing Candidate) -> Bool {
        guard one.knobs.isDisjoint(with: other.knobs) else { return false }
        let shared = one.sections.intersection(other.sections)
        var headers = one.parts.headers ?? other.parts.headers ?? base.headers ?? []
        if shared == .headers, let mine = one.values, let its = other.values {
            headers = text(mine + its)
        } else if !shared.isEmpty {
            guard let both = together(copy one, copy other) else { return false }
            return matches(both.parts)
        }
        let target = one.parts.target ?? other.parts.target ?? base.target ?? []
        let payload = one.parts.payload ?? other.parts.payload ?? base.payload ?? []
        var state = SHA256State()
        state.update(target.span)
        state.update(headers.span)
        let hash = state.digest(followedBy: payload.span)
        guard let key = one.parts.key ?? other.parts.key ?? base.key else { return false }
        let count = target.count + headers.count + payload.count
        if one.parts.text == nil, other.parts.text == nil {
            if one.parts.key == nil, other.parts.key == nil { return matches(hash: hash, of: count) }
        } else if one.parts.head == nil, other.parts.head == nil {
            guard let both = together(copy one, copy other) else { return false }
            return matches(both.parts)
        }
        let head = one.parts.head ?? other.parts.head ?? base.head ?? []
        return matches(hash: hash, of: count + head.count, key, key.state(after: head.span))
    }

    /// Tries pairs: each usual mistake with every other, or only the unusual ones with each other.
    ///
    /// A mistake in the canonical request and one behind it share the hash of the former, and the key and the beginning of the
    /// string to sign of the latter.
    private func pairs(_ usual: [Candidate], _ rare: [Candidate]) -> [Mistake]? {
        let (usualWithin, rareWithin) = (usual.filter(\.isWithin), rare.filter(\.isWithin))
        let (usualBehind, rareBehind) = (usual.filter(\.isBehind), rare.filter(\.isBehind))
        if usual.isEmpty {
            if let found = product(rareWithin, rareBehind) { return found }
        } else {
            if let found = product(usualWithin, usualBehind + rareBehind) { return found }
            if let found = product(rareWithin, usualBehind) { return found }
        }
        let lists =
            usual.isEmpty
            ? [(rareBehind, []), (rareWithin, [])] : [(usualWithin, rareWithin), (usualBehind, rareBehind)]
        for (list, more) in lists {
            for (index, one) in list.enumerated() {
                if let found = pairs(of: one, with: list[(index + 1)...]) ?? pairs(of: one, with: more[...]) {
                    return found
                }
                if isExhausted { return nil }
            }
        }
        let others = usual.isEmpty ? rare : usual
        for one in (usual + rare) where one.isAcross && !isExhausted {
            for index in others.indices {
                if meter.isOver { return nil }
                if tries(one, others[index]) { return one.mistakes + others[index].mistakes }
            }
        }
        return nil
    }

    /// One mistake with each of some others.
    ///
    /// Two in different parts of the canonical request need nothing made anew, and share the hash of what stands before.
    private func pairs(of one: Candidate, with others: ArraySlice<Candidate>) -> [Mistake]? {
        let (target, headers) = (one.parts.target ?? base.target ?? [], one.parts.headers ?? base.headers ?? [])
        let payload = one.parts.payload ?? base.payload ?? []
        var afterTarget = SHA256State()
        afterTarget.update(target.span)
        var afterHeaders = afterTarget
        afterHeaders.update(headers.span)
        let values = one.sections == .headers ? one.values : nil
        meter.count(bytes: target.count + headers.count)
        for index in others.indices where one.knobs.isDisjoint(with: others[index].knobs) {
            if meter.isOver { return nil }
            let sections = others[index].sections
            if sections == .payload, one.isWithin, !one.sections.contains(.payload) {
                let line = others[index].parts.payload ?? []
                guard matches(hash: afterHeaders.digest(followedBy: line.span), of: line.count) else { continue }
            } else if sections == .headers, one.isWithin, !one.sections.contains(.headers) {
                var state = afterTarget
                let lines = others[index].parts.headers ?? []
                state.update(lines.span)
                guard matches(hash: state.digest(followedBy: payload.span), of: lines.count + payload.count) else {
                    continue
                }
            } else if sections == .headers, let values, let more = others[index].values {
                var state = afterTarget
                let lines = text(values + more)
                state.update(lines.span)
                guard matches(hash: state.digest(followedBy: payload.span), of: lines.count + payload.count) else {
                    continue
                }
            } else {
                guard tries(one, others[index]) else { continue }
            }
            return one.mistakes + others[index].mistakes
        }
        return nil
    }

    /// Every mistake within the canonical request with every one behind it.
    func product(_ within: [Candidate], _ behind: [Candidate]) -> [Mistake]? {
        var hashes: [SHA256Digest] = []
        for one in within where !meter.isOver {
            meter.count(bytes: count(one.parts))
            hashes.append(hash(one.parts))
        }
        for one in behind where (one.parts.text?.isPlain ?? true) && !isExhausted {
            guard let key = one.parts.key ?? base.key else { continue }
            let head = (one.parts.text ?? right.text).head
            let state = key.state(after: head.span)
            for (index, hash) in hashes.enumerated() where !meter.isOver {
                meter.countSignature(hashing: 0)
                if key.authenticate(after: state, hexOf: hash) == signature,
                    let both = together(within[index], one)
                {
                    return both.mistakes
                }
            }
        }
        return nil
    }

    /// Tries the usual mistakes three at a time, as far as the budget goes.
    private func triples(_ singles: [Candidate]) -> [Mistake]? {
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
    /// Whether only the canonical request is changed.
    var isWithin: Bool { sections.isSubset(of: .canonicalRequest) }

    /// Whether only the string to sign and the key are changed.
    var isBehind: Bool { sections.isSubset(of: [.text, .key]) }

    /// Whether both are.
    var isAcross: Bool { !isWithin && !isBehind }

    /// A cheap order, so that a triple is tried once.
    fileprivate func isBehindAll(of pair: SignatureSearch.Candidate, in list: [SignatureSearch.Candidate]) -> Bool {
        knobs.rawValue > (pair.mistakes.map(\.knobs.rawValue).max() ?? 0)
    }
}

extension TextModel {
    /// Whether the text is its head and the hash in hexadecimal.
    var isPlain: Bool { hashForm == .hexadecimal && ending.isEmpty && seal == nil }
}

extension RenderedSections {
    /// Takes over what is not there.
    mutating func fill(from other: RenderedSections) {
        target = target ?? other.target
        headers = headers ?? other.headers
        payload = payload ?? other.payload
        head = text == nil ? other.head : head
        text = text ?? other.text
        key = key ?? other.key
    }

    /// Takes over what was made anew.
    mutating func replace(with made: RenderedSections) {
        target = made.target ?? target
        headers = made.headers ?? headers
        payload = made.payload ?? payload
        head = made.text == nil ? head : made.head
        text = made.text ?? text
        key = made.key ?? key
    }

    /// Whether two mistakes together change their shared parts otherwise than each does alone.
    fileprivate func differs(
        fromBoth one: RenderedSections, _ other: RenderedSections, _ first: SignatureSearch.Candidate,
        _ second: SignatureSearch.Candidate, _ model: SignerModel
    ) -> Bool {
        let addsToFirst =
            target.map { $0 != one.target } ?? false || headers.map { $0 != one.headers } ?? false
            || payload.map { $0 != one.payload } ?? false || text.map { $0 != one.text } ?? false || key != nil
            || !second.sections.isSubset(of: first.sections)
        let addsToSecond =
            target.map { $0 != other.target } ?? false || headers.map { $0 != other.headers } ?? false
            || payload.map { $0 != other.payload } ?? false || text.map { $0 != other.text } ?? false || key != nil
            || !first.sections.isSubset(of: second.sections)
        return addsToFirst && addsToSecond
    }
}
