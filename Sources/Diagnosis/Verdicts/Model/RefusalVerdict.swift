import Catalog
import Codes
import Report

/// The verdict that a refusal means, by its cause and by what the catalog knows of the model.
struct RefusalVerdict: Sendable {
    let reader: VerdictReader
    let diagnosis: ErrorDiagnosis
    let asked: String

    var verdict: ModelVerdict {
        guard let first = diagnosis.candidates.first else { return .inconclusive }
        let verdict = verdict(of: first.cause)
        // A forbidden call that may mean two different things is left open.
        if diagnosis.status == 403, first.confidence == .possible, let other = diagnosis.candidates.dropFirst().first,
            self.verdict(of: other.cause) != verdict
        {
            return .inconclusive
        }
        return verdict
    }

    private func verdict(of cause: FindingCode) -> ModelVerdict {
        switch ErrorCauseGroup(cause) {
        case .credentials, .settings: .credentialFault
        case .policy: .denied
        case .account: .noAccess
        case .busy: .throttled
        case .network: cause == .regionHasNoEndpoint ? .notInRegion : .unreachable
        case .serviceFault, .request, .unknown: .inconclusive
        case .model(let verdict): modelVerdict(cause, verdict)
        }
    }

    /// The verdict of the cause, unless the catalog knows better.
    private func modelVerdict(_ cause: FindingCode, _ verdict: ModelVerdict) -> ModelVerdict {
        switch cause {
        case .modelNotInRegion where isRetired: .retired
        // The same sentence is said of a dead model, of one that is elsewhere, and of none at all.
        case .modelIDInvalid where isRetired: .retired
        case .modelIDInvalid where isKnownElsewhere: .notInRegion
        default: verdict
        }
    }

    private var isRetired: Bool { reader.entry?.lifecycle(on: reader.today) == .retired }

    /// Whether the id is spelt as the catalog has it, so that its absence is a matter of the region.
    private var isKnownElsewhere: Bool {
        guard let entry = reader.entry else { return false }
        return entry.hasDocumentedRegions || ModelReference(asked).kind == .profile
    }
}
