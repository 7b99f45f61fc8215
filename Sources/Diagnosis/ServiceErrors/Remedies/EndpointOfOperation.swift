import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A host of Bedrock's in the text that does not have what was called: `ListFoundationModels` at `bedrock-runtime`, a client of models
/// whose base URL is the control plane's.
///
/// Each of Bedrock's services has a host of its own (<https://docs.aws.amazon.com/general/latest/gr/bedrock.html>); an endpoint that is set once
/// for all clients fits one of them only.
struct EndpointOfOperation {
    /// The operation; `nil` where the text names none and shows that models are called.
    private let operation: String?
    private let home: String
    private let asked: ShownEndpoint

    /// Whether the text calls operations of both hosts, so that no one endpoint fits.
    private let isOfBoth: Bool

    /// What shows that models are called, and nothing is listed.
    private static let calls = ["converse", "invoke", "completion", "chat", "litellm", "messages"]

    /// `nil` where no such host is shown, or one that has what was called.
    ///
    /// - Parameters:
    ///   - text: What was pasted.
    ///   - operation: The refused operation; a list of several may have another first.
    init?(in text: String, operation first: String?) {
        let shown = String(text.prefix(65_536))
        let all = ShownEndpoint.all(in: shown)
        // What a setting names is where calls go, whatever else the text speaks of.
        let set = all.filter(\.isSet)
        let asked = set.isEmpty ? Array(all.prefix(1)) : set
        guard let host = asked.first else { return nil }
        let called = CalledOperations.all(in: shown)
        let named = ((first.map { [$0] } ?? []) + called).compactMap { operation in
            OperationHome.service(of: operation).map { (operation: operation, home: $0) }
        }
        if let other = named.first(where: { !Self.has(asked, $0.home) }) {
            guard SameFamily.of(host.name.service, other.home) else { return nil }
            operation = other.operation
            home = other.home
            isOfBoth = Set(called.compactMap { OperationHome.service(of: $0) }).count > 1
        } else {
            let lower = shown.lowercased()
            guard named.isEmpty, host.isOfControlPlane, host.isSet, Self.calls.contains(where: lower.contains),
                !Self.has(asked, "bedrock-runtime")
            else { return nil }
            operation = nil
            home = "bedrock-runtime"
            isOfBoth = false
        }
        self.asked = host
    }

    private static func has(_ hosts: [ShownEndpoint], _ service: String) -> Bool {
        hosts.contains { $0.name.service == service }
    }

    /// Whether a cause is one that a setting explains which names such a host: an operation that the host does not have, or an answer of
    /// another form.
    func mayBehind(_ cause: FindingCode) -> Bool {
        isOfBaseURL && [.wrongEndpoint, .answerUnreadable, .programFailed, .answerNotFromService].contains(cause)
    }

    /// Whether a setting sends the calls of models to the control plane.
    var isOfBaseURL: Bool { asked.isSet && asked.isOfControlPlane && home == "bedrock-runtime" }

    var remedy: Remedy {
        let place = asked.name.region.map { ".\($0).amazonaws.com" } ?? ".REGION.amazonaws.com"
        if isOfBaseURL {
            return Remedy(
                """
                Take the base URL out, so that the client builds it from the region, or write https://\(home)\(place): what is set, https://\(asked.name.service)\(place), is the control plane, which lists models and calls \
                none; its answer has no member of a model's answer ('output'). The same in the settings that the program stores.
                """
            ).about(.instruction)
        }
        let both =
            isOfBoth
            ? " The text calls operations of more than one host, so one endpoint for all of them cannot fit: give each client its own, or set none."
            : ""
        return Remedy(
            """
            Send \(PrintableText.escaped(operation ?? "calls of models", limit: 80)) to \(home)\(place): the endpoint in the text is \(asked.name.service)'s, which does not have it. Best \
            set no endpoint at all (endpoint_url, AWS_ENDPOINT_URL): the client takes the right host for each operation from the region.\(both)
            """)
    }

    /// Bedrock's own hosts: a gateway's or another service's may pass anything on.
    private enum SameFamily {
        static func of(_ first: String, _ second: String) -> Bool {
            let all = ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"]
            return all.contains(first) && all.contains(second)
        }
    }

    /// The operations that botocore names: `when calling the X operation`.
    private enum CalledOperations {
        static func all(in text: String) -> [String] {
            text.ranges(of: "calling the ").prefix(16).compactMap { mark in
                let name = text[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
                return text[name.endIndex...].hasPrefix(" operation") ? String(name) : nil
            }
        }
    }
}

extension FailedCall {
    /// A host in the text that does not have what was called.
    var endpointOfOperation: EndpointOfOperation? {
        EndpointOfOperation(
            in: shown,
            operation: answer.operation ?? read.operation ?? scene.operation?.value)
    }
}
