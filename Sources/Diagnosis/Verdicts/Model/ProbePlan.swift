package import Catalog
import Codes
package import Report
package import WireText

/// Drives the probes of one cell: it says what to ask first, and after each answer what to ask next, or the verdict.
///
/// It holds no connection and no clock, so the caller decides about both:
///
/// ```swift
/// var plan = ProbePlan(subject, kind: .converse, today: today)
/// var step = plan.start()
/// while case .probe(let request) = step { step = plan.receive(await send(request)) }
/// ```
///
/// A model that is refused on demand is tried by the profiles of its region, in the catalog's order, three at most.
package struct ProbePlan: Sendable {
    /// What to do now.
    package enum Step: Sendable {
        case probe(ProbeRequest)
        case verdict(ModelCell)
    }

    private static let profileLimit = 3

    private let reader: VerdictReader
    private let kind: ProbeRequest.Kind
    private var asked: String
    private var remaining: [String]?

    /// The cell of the first answer: it stands when no profile answers better.
    private var first: ModelCell?

    package init(
        _ subject: ProbeSubject, kind: ProbeRequest.Kind, catalog: ModelCatalog = .documented, today: CalendarDay
    ) {
        reader = VerdictReader(subject, catalog: catalog, today: today)
        self.kind = kind
        // Control plane and CountTokens know bare ids only; a profile id there is refused for what it is.
        asked =
            kind == .converse
            ? subject.model
            : ModelReference(subject.model).id.map { ModelPrefix.split($0).bare } ?? subject.model
    }

    /// The most requests that one cell can take, for the announcement before a live run.
    package static func requestLimit(of kind: ProbeRequest.Kind) -> Int { kind == .converse ? 1 + profileLimit : 1 }

    /// The first probe.
    package func start() -> Step { .probe(request) }

    /// The next step after the outcome of the last probe.
    package mutating func receive(_ outcome: ProbeOutcome) -> Step {
        let cell = reader.cell(outcome, asked: asked, kind: kind)
        guard kind == .converse else { return .verdict(cell) }
        if first == nil {
            first = cell
            remaining = Array(profiles(after: cell).prefix(Self.profileLimit))
            return next() ?? .verdict(cell)
        }
        // A profile that does not exist here says nothing of the next one.
        if isAbsent(cell) { return next() ?? .verdict(settled(cell)) }
        return .verdict(cell)
    }

    /// The cell when no more may be asked: without a verdict, since a profile might still have answered; what the first
    /// answer was stands in it.
    package func stopped(at limit: RunLimit) -> ModelCell {
        var cell = reader.unasked(at: limit)
        guard let first else { return cell }
        (cell.httpStatus, cell.errorType, cell.requestId) = (first.httpStatus, first.errorType, first.requestId)
        (cell.latencyMs, cell.httpVersion, cell.tokens) = (first.latencyMs, first.httpVersion, first.tokens)
        cell.message = "not asked to the end: \(limit)" + (first.message.map { "\nthe answer until then: \($0)" } ?? "")
        return cell
    }

    private var request: ProbeRequest {
        ProbeRequest(kind: kind, region: reader.subject.region, model: asked)
    }

    private mutating func next() -> Step? {
        guard var profiles = remaining, !profiles.isEmpty else { return nil }
        asked = profiles.removeFirst()
        remaining = profiles
        return .probe(request)
    }

    /// The profiles worth trying after the first answer: only where the answer leaves room for one.
    private func profiles(after cell: ModelCell) -> [String] {
        let subject = reader.subject
        guard ModelReference(subject.model).kind == .model else { return [] }
        let candidates = reader.catalog.profileCandidates(for: subject.model, region: subject.region)
        switch cell.code {
        case .onDemandUnsupportedNeedsInferenceProfile:
            // The service itself says that a profile exists, so documents that name none are behind.
            return candidates.isEmpty
                ? reader.catalog.guessedProfiles(for: subject.model, region: subject.region) : candidates
        case .modelNotInRegion, .modelIDInvalid:
            // Of an unknown model nothing says that a profile exists: no more is asked about it.
            guard [.notInRegion, .unknownModel].contains(cell.verdict), let entry = reader.entry else { return [] }
            return reader.catalog.knownProfiles(of: entry, region: subject.region)
        default:
            return []
        }
    }

    private func isAbsent(_ cell: ModelCell) -> Bool {
        cell.verdict == .notInRegion || cell.verdict == .unknownModel
            || cell.code == .onDemandUnsupportedNeedsInferenceProfile
    }

    /// The cell when every profile was tried in vain.
    private func settled(_ last: ModelCell) -> ModelCell {
        guard var cell = first else { return last }
        if cell.code == .onDemandUnsupportedNeedsInferenceProfile {
            cell.profile = nil
            cell.message = [cell.message, "profiles tried in vain"].compactMap { $0 }.joined(separator: "; ")
        }
        return cell
    }
}
