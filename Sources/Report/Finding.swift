package import Codes
package import JSONText

/// One fact that matters to whether a call works: what was found, how we know, and what to do next.
///
/// A finding holds no secret and no raw control character, wherever its values came from: use ``PrintableText``
/// and ``MaskedSecret`` to put a foreign value into one.
package struct Finding: Sendable, Hashable {
    /// What a finding is.
    package enum Kind: Sendable, Hashable {
        /// Something that was seen.
        case observation
        /// The page of a code, which `explain CODE` shows in the shape of a finding.
        case page
        /// One of the causes that a status or a name can have, which was asked about in these words.
        case reference(asked: String)
    }

    /// What was found; the code has the page of `doctor explain`.
    package var code: FindingCode

    package var check: Check
    package var kind: Kind
    package var status: Status

    /// One line without a full stop; the code's own unless the finding can say it more exactly.
    package var title: String

    /// What it means, in one or a few sentences.
    package var detail: String

    /// The call that it is about, where an input shows it.
    package var call: CallPlace?

    /// The two lines in which a wrong signature shows.
    package var difference: LineDifference?

    /// The accounts of a signed request.
    package var comparison: AccountComparison?

    /// What a person wants to see of the facts, in reading order.
    package var rows: [FactRow]

    /// The other facts behind it, in reading order, as they are written into `evidence`.
    package var facts: JSONObject

    /// On whose side the cause lies; `nil` when that is open.
    package var `where`: Side?

    package var confidence: Confidence?

    /// What to do, the likeliest first.
    package var remedies: [Remedy]

    /// How long the check took, in milliseconds; `nil` when nothing was waited for.
    package var durationMs: Double?

    /// Why it does not count, although it was found.
    package var setAside: SetAside?

    package init(
        code: FindingCode,
        check: Check,
        kind: Kind = .observation,
        status: Status,
        title: String? = nil,
        detail: String,
        call: CallPlace? = nil,
        difference: LineDifference? = nil,
        comparison: AccountComparison? = nil,
        rows: [FactRow] = [],
        evidence facts: JSONObject = [:],
        where: Side? = nil,
        confidence: Confidence? = nil,
        remedies: [Remedy] = [],
        durationMs: Double? = nil
    ) {
        self.code = code
        self.check = check
        self.kind = kind
        self.status = status
        self.title = title ?? code.title
        self.detail = detail
        self.call = call
        self.difference = difference
        self.comparison = comparison
        self.rows = rows
        self.facts = facts
        self.where = `where`
        self.confidence = confidence
        self.remedies = remedies
        self.durationMs = durationMs
    }

    /// Whether both are about one call, or neither is about any.
    package func isOfSameCall(as other: Finding) -> Bool {
        switch (call, other.call) {
        case (nil, nil): true
        case (let one?, let two?): one.isSame(as: two)
        default: false
        }
    }

    /// The call and the other facts, without what a person sees drawn: the difference and the comparison.
    package var listedFacts: JSONObject {
        var listed = call?.evidence ?? [:]
        for member in facts { listed[member.name] = member.value }
        return listed
    }

    /// Everything behind it, as it stands in a report: it is written here and read nowhere.
    package var evidence: JSONObject {
        var evidence = call?.evidence ?? [:]
        if let difference { evidence["difference"] = difference.json }
        for member in facts { evidence[member.name] = member.value }
        if let comparison { evidence["comparison"] = comparison.json }
        return evidence
    }
}
