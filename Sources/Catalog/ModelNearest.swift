import JSONText
package import WireText

/// The model that was probably meant by an id that does not exist.
extension ModelCatalog {
    /// The known id nearest to a misspelt one; `nil` when none is near enough.
    ///
    /// What is written is compared by its words and numbers, since most wrong ids are right ones in another dress: another
    /// tool's prefix, the name on the model's card, a missing provider, a missing or invented `-v1`, `:0` or date. Then up
    /// to three typing errors are looked through; version numbers are never changed, because `4-7` is another model than
    /// `4-6` and not a slip.
    ///
    /// - Parameter region: The region that was asked, where it is known: the prefix of a profile is made to fit it.
    package func nearest(to written: String, today: CalendarDay? = nil, region: String? = nil) -> String? {
        guard written.utf8.count <= 256, let text = ModelReference(written).id else { return nil }
        let spelling = ModelSpelling(text)
        guard spelling.isTelling, let found = nearestEntry(to: spelling, today: today) else { return nil }
        let answer = spelling.prefix.map { profile($0, of: found, region: region) } ?? found.id
        return answer == written ? nil : answer
    }

    /// The profile of a model by a prefix, or by one that can be called from the region.
    private func profile(_ prefix: String, of entry: ModelEntry, region: String?) -> String {
        let wanted = "\(prefix).\(entry.id)"
        let fitting = region.map { profileCandidates(for: entry.id, region: $0) } ?? []
        return fitting.contains(wanted) ? wanted : fitting.first ?? wanted
    }

    private func nearestEntry(to written: ModelSpelling, today: CalendarDay?) -> ModelEntry? {
        let spelt = models.filter(\.isForConverse).flatMap { entry in
            ([entry.id] + [entry.fact(\.name)?.value].compactMap(\.self)).map {
                SpeltModel(entry: entry, spelling: ModelSpelling($0), id: ModelSpelling(entry.id))
            }
        }
        let numbered = spelt.filter { candidate in
            candidate.spelling.numbers == written.numbers || candidate.spelling.numbersWithVersion == written.numbers
        }
        let inOrder = numbered.filter { $0.spelling.words == written.words }
        let sameWords = numbered.filter { $0.spelling.wordSet == written.wordSet && !written.wordSet.isEmpty }
        for fitting in [
            inOrder.filter { $0.id.date == written.date }, inOrder, sameWords.filter { $0.id.date == written.date },
            sameWords,
        ] where !fitting.isEmpty {
            return preferred(fitting, written, today: today)
        }
        return nearestByEdits(written, numbered, today: today)
    }

    /// The one with the fewest typing errors; none where two different names are equally near.
    private func nearestByEdits(
        _ written: ModelSpelling, _ candidates: [SpeltModel], today: CalendarDay?
    ) -> ModelEntry? {
        let text = written.words.joined(separator: "-")
        let limit = min(3, (text.utf8.count + written.numbers.utf8.count) / 6)
        var best: (distance: Int, found: [SpeltModel]) = (limit + 1, [])
        for candidate in candidates {
            let distance = NearestName.distance(text, candidate.spelling.words.joined(separator: "-"))
            if distance < best.distance { best = (distance, []) }
            if distance == best.distance, distance <= limit { best.found.append(candidate) }
        }
        let kin = best.found.filter { $0.entry.provider == written.provider }
        let found = kin.isEmpty ? best.found : kin
        // Versions of one model have one name.
        guard Set(found.map(\.spelling.words)).count == 1 else {
            return Set(found.map(\.entry.id)).count == 1 ? found.first?.entry : nil
        }
        return preferred(found, written, today: today)
    }

    /// Among ids that fit equally: the provider and version that were written, what is best attested, what is still alive,
    /// what is newest.
    ///
    /// - Returns: `nil` where only a version tells undated models apart, and none was written.
    private func preferred(_ fitting: [SpeltModel], _ written: ModelSpelling, today: CalendarDay?) -> ModelEntry? {
        let versions = Set(
            fitting.filter { $0.id.date == nil }.map { "\($0.id.numbersWithVersion) \($0.id.version ?? "")" })
        var fitting = fitting
        if versions.count > 1 {
            fitting = fitting.filter { $0.id.version == written.version || $0.id.date != nil }
            if written.version == nil, written.numbers.isEmpty { return nil }
        }
        return fitting.map { ($0.entry, rank($0, written, today: today)) }
            .max { left, right in left.1.lexicographicallyPrecedes(right.1) }?.0
    }

    private func rank(_ candidate: SpeltModel, _ written: ModelSpelling, today: CalendarDay?) -> [Int] {
        let entry = candidate.entry
        let isAlive = today.map { entry.lifecycle(on: $0) != .retired } ?? true
        return [
            entry.provider == written.provider ? 1 : 0,
            written.version != nil && candidate.id.version == written.version ? 1 : 0,
            entry.authority == .unofficial ? 0 : 1, isAlive ? 1 : 0, candidate.id.date.flatMap { Int($0) } ?? 0,
        ]
    }
}

/// A model under one of its names.
private struct SpeltModel {
    let entry: ModelEntry
    let spelling: ModelSpelling
    /// Its id, taken apart.
    let id: ModelSpelling
}
