package import WireText

extension ModelCatalog {
    /// The newest current model of the family of another one: what to move to where no row names a successor.
    ///
    /// No list but AWS's own is believed for that: somebody is to call it. Of one family are models of one provider whose names have the same words (claude and sonnet, nova and pro), in whatever order;
    /// the newest has the highest version, and of equal ones the latest date.
    package func current(like old: ModelEntry, on day: CalendarDay) -> String? {
        let wanted = FamilyName(old.id)
        guard wanted.words.count > 1 else { return nil }
        let all = models.filter { entry in
            entry.provider == old.provider && entry.id != old.id && entry.isForConverse
                && entry.lifecycle(on: day) == .active && entry.authority != .unofficial
                && FamilyName(entry.id).words == wanted.words
        }
        return all.max { FamilyName($0.id) < FamilyName($1.id) }?.id
    }
}

/// An id of a model as its family's words and its version: `anthropic.claude-3-5-sonnet-20241022-v2:0`.
private struct FamilyName: Comparable {
    let words: Set<Substring>
    private let version: [Int]
    private let date: Int

    init(_ id: String) {
        let name = id.drop { $0 != "." }.dropFirst().prefix { $0 != ":" }
        // `v2` at the end counts a model's own releases.
        let parts = name.split { "-.".contains($0) }.filter {
            $0.first != "v" || !$0.dropFirst().allSatisfy(\.isNumber)
        }
        words = Set(parts.filter { $0.allSatisfy(\.isLetter) })
        let numbers = parts.compactMap { Int($0) }
        version = numbers.filter { $0 < 10_000 }
        date = numbers.first { $0 >= 10_000 } ?? 0
    }

    static func < (left: FamilyName, right: FamilyName) -> Bool {
        left.version == right.version ? left.date < right.date : left.version.lexicographicallyPrecedes(right.version)
    }
}
