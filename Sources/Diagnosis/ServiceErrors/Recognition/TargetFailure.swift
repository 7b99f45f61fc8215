import Codes
import Evidence
import Report

/// A load balancer of AWS's in front of a program of one's own: its statuses, and the classes that a client makes of them, say that this
/// program failed, and nothing of Bedrock.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html>.
enum TargetFailure {
    /// The cause in place of a fault of the service; `nil` where no load balancer was called.
    static func causes(_ read: ReadAnswer, _ found: [CauseCandidate], _ scene: Scene) -> [CauseCandidate]? {
        guard isCalled(scene), read.requestID == nil, read.operation == nil, !found.isEmpty,
            found.allSatisfy({ isOfServer($0.cause) })
        else { return nil }
        return [CauseCandidate(.answerNotFromService, .likely)]
    }

    /// Whether the host that was called is a load balancer's.
    static func isCalled(_ scene: Scene) -> Bool {
        scene.service?.value == "elb" || scene.answerer == .loadBalancer
    }

    private static func isOfServer(_ cause: FindingCode) -> Bool {
        ErrorCauseGroup(cause) == .serviceFault || [.modelTimeout, .answerNotFromService].contains(cause)
    }
}

extension FailedCall {
    /// Whether what is behind a load balancer failed; 464 is said of the request's own form.
    var isOfTarget: Bool { TargetFailure.isCalled(scene) && status != 464 }
}
