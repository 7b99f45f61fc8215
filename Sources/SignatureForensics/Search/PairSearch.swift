import SigV4

extension SignatureSearch {
    /// Tries pairs: each usual mistake with every other, or only the unusual ones with each other.
    ///
    /// A mistake in the canonical request and one behind it share the hash of the former, and the key and the beginning of the
    /// string to sign of the latter.
    func pairs(_ usual: [Candidate], _ rare: [Candidate]) -> [Mistake]? {
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

    /// Whether two mistakes together give the signature; nothing is made of them that need not be.
    func tries(_ one: borrowing Candidate, _ other: borrowing Candidate) -> Bool {
        guard one.knobs.isDisjoint(with: other.knobs) else { return false }
        let shared = one.sections.intersection(other.sections)
        var headers = one.parts.headers ?? other.parts.headers ?? base.headers ?? []
        if shared == .headers, let mine = one.values, let its = other.values {
            headers = text(mine + its)
        } else if !shared.isEmpty {
            guard let both = parts(of: one, other) else { return false }
            return matches(both)
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
            guard let both = parts(of: one, other) else { return false }
            return matches(both)
        }
        let head = one.parts.head ?? other.parts.head ?? base.head ?? []
        return matches(hash: hash, of: count + head.count, key, key.state(after: head.span))
    }

    /// Every mistake within the canonical request with every one behind it.
    func product(_ within: [Candidate], _ behind: [Candidate]) -> [Mistake]? {
        var hashes: [SHA256Digest] = []
        for one in within where !meter.isOver {
            meter.count(bytes: count(one.parts))
            hashes.append(hash(one.parts))
        }
        return product(hashes, behind) { within[$0] }
    }

    /// The same, of the hashes that they give; which mistake it was is asked for the one that is found.
    func product(_ hashes: [SHA256Digest], _ behind: [Candidate], _ within: (Int) -> Candidate?) -> [Mistake]? {
        for one in behind where (one.parts.text?.isPlain ?? true) && !isExhausted {
            guard let key = one.parts.key ?? base.key else { continue }
            let head = (one.parts.text ?? right.text).head
            let state = key.state(after: head.span)
            for (index, hash) in hashes.enumerated() where !meter.isOver {
                meter.countSignature(hashing: 0)
                if key.authenticate(after: state, hexOf: hash) == signature,
                    let both = within(index).flatMap({ together($0, one) })
                {
                    return both.mistakes
                }
            }
        }
        return nil
    }
}
