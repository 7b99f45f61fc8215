/// Why a case has no verdict of its own: something went wrong in it that another case is about.
///
/// It holds only where the other case fails too. A client whose every stream is refused, say, fails nowhere else: then one of
/// the cases that were excused has to say so.
package struct CaseExcuse: Sendable {
    /// What the other case is about, the same for all that one cause excuses.
    package var subject: String
    /// What went wrong in particular.
    package var cause: String
    /// Whether this case is itself the one that it is about.
    package var isOwn: Bool
    /// What becomes of the case where the excuse does not hold.
    package var judgement: CaseJudgement
    /// How near the case is to being about it.
    package var rank: Rank

    /// The place among the cases of one cause, the nearest first.
    package struct Rank: Sendable, Comparable {
        /// How far its rule is from rules about the cause.
        package var distance: Int
        /// How strict its rule is, the strictest first.
        package var level: Int
        /// Whether its rule is about what is sent, as the cause is.
        package var isOfRequests: Bool

        package static func < (left: Rank, right: Rank) -> Bool {
            (left.distance, left.level) < (right.distance, right.level)
        }
    }
}

extension CaseExcuse {
    /// The places of those whose excuse does not hold: of each cause the nearest case, where no case that is about it failed.
    ///
    /// - Parameter cases: The excuses by place; nil for a case without one.
    static func refuted(_ cases: [CaseExcuse?]) -> [Int] {
        let owned = Set(cases.compactMap { $0?.isOwn == true ? $0?.subject : nil })
        var nearest: [String: (place: Int, excuse: CaseExcuse)] = [:]
        for (place, excuse) in cases.enumerated() {
            guard let excuse, !excuse.isOwn, !owned.contains(excuse.subject) else { continue }
            let key = excuse.subject + " " + excuse.cause
            if let found = nearest[key], found.excuse.rank <= excuse.rank { continue }
            nearest[key] = (place, excuse)
        }
        // A rule about answers does not fail for what one about requests has failed for already.
        let told = Set(nearest.values.filter(\.excuse.rank.isOfRequests).map(\.excuse.subject))
        return nearest.values.filter { $0.excuse.rank.isOfRequests || !told.contains($0.excuse.subject) }
            .map(\.place).sorted()
    }
}
