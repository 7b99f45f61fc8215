package import Codes
package import Report

extension Confidence {
    /// One step less sure, where facts are missing; what was reproduced stays proven.
    var lowered: Confidence {
        switch self {
        case .proven: .proven
        case .certain: .likely
        case .likely, .possible: .possible
        }
    }
}

/// One cause that fits, and how sure it is.
package struct CauseCandidate: Sendable, Hashable {
    /// The code of the cause; it has a page in the registry.
    package let cause: FindingCode
    package let confidence: Confidence

    package init(_ cause: FindingCode, _ confidence: Confidence) {
        self.cause = cause
        self.confidence = confidence
    }
}
