/// Counts what a search costs, and says when it has cost enough.
///
/// Costs are counts and no times, so that the same request is searched equally far on every machine: signatures, and
/// the bytes that are hashed and written for them, which is what time goes into. A deadline, and whether anybody still
/// waits for the answer, come from outside.
final class SearchMeter {
    private let budget: SearchBudget
    private let isCancelled: @Sendable () -> Bool
    /// How many signatures were made.
    private(set) var signatures = 0
    /// How many bytes were hashed or written, each weighted by what it costs.
    private(set) var bytes = 0
    /// How many bytes of candidates are kept in memory.
    private var kept = 0
    private var nextLook = 0
    /// Whether the search must end at once, whatever it was about to try.
    private(set) var isOver = false

    /// How many bytes may pass between two looks at the deadline: less than a millisecond of hashing.
    private static let step = 1 << 18

    /// How many hashed bytes a byte costs that is written singly, as escapes and JSON are.
    static let writingCost = 8

    init(_ budget: SearchBudget, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        self.budget = budget
        self.isCancelled = isCancelled
    }

    /// A meter with the same budget, for another way to the cause: one that found nothing leaves it its share.
    var fresh: SearchMeter { SearchMeter(budget, isCancelled: isCancelled) }

    /// Whether no further round of hypotheses should be begun.
    var isExhausted: Bool { isOver || signatures >= budget.signatures }

    /// Counts one signature over a canonical request of which so many bytes had to be hashed.
    func countSignature(hashing count: Int) {
        signatures += 1
        self.count(bytes: Self.signatureCost + count)
    }

    /// Counts bytes that were written, or hashed besides.
    func count(bytes count: Int) {
        bytes += count
        if bytes >= nextLook { look() }
    }

    /// Counts what stays in memory; false if there is no room for it.
    func keeps(_ count: Int) -> Bool {
        kept += count
        return kept <= budget.keptBytes
    }

    /// Whether something was left out that would have been tried of a smaller request, or with more time.
    var isCutShort: Bool { isOver || kept > budget.keptBytes }

    /// Looks at the deadline now: before something that takes long at once.
    func look() {
        nextLook = bytes + Self.step
        if bytes >= budget.bytes || isCancelled() { isOver = true }
    }

    /// The four blocks of 64 bytes that each signature hashes beside the canonical request: the end of its hash, the string
    /// to sign, and the outer hash of the HMAC.
    private static let signatureCost = 256
}
