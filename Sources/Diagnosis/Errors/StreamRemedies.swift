import Codes
import Report

extension ErrorRemedies {
    /// Answers that went wrong on their way.
    var stream: [Remedy]? {
        let direct = Remedy(
            "See what stands between here and the endpoint: a proxy variable, another endpoint.", env)
        return switch code {
        case .streamDamaged:
            [Remedy("Try again; if it stays, something in between changes the bytes of the answer."), direct]
        case .streamEndedEarly:
            [
                Remedy(
                    """
                    Try again; if it stays, raise the limit of the proxy or load balancer that ends long answers, or \
                    ask for fewer tokens.
                    """),
                direct,
            ]
        case .streamSilent:
            [
                Remedy("Allow more time between two bytes (boto3: read_timeout), and switch a proxy's buffering off."),
                direct,
            ]
        case .answerUnreadable, .streamOutOfOrder:
            [
                Remedy(
                    "Make sure that Bedrock itself answers: a gateway or an imitation does not answer as the API says."),
                direct,
            ]
        case .networkAnswerTimeout:
            [
                Remedy("Allow more time to the first byte: a model may be slow, or a proxy may hold answers back."),
                direct,
            ]
        case .networkAnswerMalformed:
            [Remedy("Check scheme and port of the endpoint, and what answers in its place."), direct]
        default: nil
        }
    }
}
