import SigV4

extension SignatureSearch {
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
}

extension SignatureSearch.Candidate {
    /// Whether only the canonical request is changed.
    var isWithin: Bool { sections.isSubset(of: .canonicalRequest) }

    /// Whether only the string to sign and the key are changed.
    var isBehind: Bool { sections.isSubset(of: [.text, .key]) }

    /// Whether both are.
    var isAcross: Bool { !isWithin && !isBehind }
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
    func text(_ values: [HeaderText.Value]) -> [UInt8] {
        meter.count(bytes: headersCount)
        return headerText.text(values)
    }

    /// Both mistakes at once; nil if they cannot be made together, or if one of them makes no difference then.
    func together(_ one: Candidate, _ other: Candidate) -> Candidate? {
        guard let parts = parts(of: one, other) else { return nil }
        let shared = one.sections.intersection(other.sections)
        var values: [HeaderText.Value]?
        if shared == .headers, let mine = one.values, let its = other.values {
            values = mine + its
        } else if shared.isEmpty {
            values = one.values ?? other.values
        }
        return Candidate(
            mistakes: one.mistakes + other.mistakes, knobs: one.knobs.union(other.knobs),
            sections: one.sections.union(other.sections), reach: min(one.reach, other.reach), parts: parts,
            values: values)
    }

    /// What both mistakes change, made; nil if they cannot be made together, or if one of them makes no difference then.
    ///
    /// Of most pairs nothing else is wanted: a candidate costs more to put together than to try.
    func parts(of one: borrowing Candidate, _ other: borrowing Candidate) -> RenderedSections? {
        guard one.knobs.isDisjoint(with: other.knobs) else { return nil }
        let shared = one.sections.intersection(other.sections)
        var parts = one.parts
        parts.fill(from: other.parts)
        if shared == .headers, let mine = one.values, let its = other.values {
            parts.headers = text(mine + its)
        } else if !shared.isEmpty {
            var model = right
            for mistake in one.mistakes { mistake.change(&model) }
            for mistake in other.mistakes { mistake.change(&model) }
            meter.count(bytes: cost(shared))
            let made = RenderedSections(model, shared)
            guard made.differs(fromBoth: one, other) else { return nil }
            parts.replace(with: made)
        }
        return parts
    }
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
        fromBoth one: borrowing SignatureSearch.Candidate, _ other: borrowing SignatureSearch.Candidate
    ) -> Bool {
        (adds(to: one.parts) || !other.sections.isSubset(of: one.sections))
            && (adds(to: other.parts) || !one.sections.isSubset(of: other.sections))
    }

    /// Whether something is made here that is other than there; a key always is.
    private func adds(to parts: RenderedSections) -> Bool {
        target.map { $0 != parts.target } ?? false || headers.map { $0 != parts.headers } ?? false
            || payload.map { $0 != parts.payload } ?? false || text.map { $0 != parts.text } ?? false || key != nil
    }
}
