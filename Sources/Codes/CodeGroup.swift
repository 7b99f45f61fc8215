/// What a code is about: the sections of `doctor explain --list`, in the order in which `check` looks at things.
package enum CodeGroup: String, Sendable, Hashable, CaseIterable {
    case credentials = "Credentials"
    case identity = "Identity"
    case region = "Region"
    case endpoint = "Endpoint"
    case configuration = "Configuration"
    case network = "Network"
    case clock = "Clock"
    case signing = "Signing"
    case request = "Requests before they are sent"
    case service = "Answers of the service"
    case stream = "Streamed answers"
    case signature = "Causes of a wrong signature"
    case run = "Limits of a run"
    case explaining = "Explaining"

    /// The heading of its section.
    package var title: String { rawValue }
}
