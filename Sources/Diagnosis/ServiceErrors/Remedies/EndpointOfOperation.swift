import Evidence
import JSONText
import Report
import WireText

/// A host of Bedrock's in the text that does not have the operation which was called: `ListFoundationModels` at `bedrock-runtime`.
///
/// Each of Bedrock's services has a host of its own (<https://docs.aws.amazon.com/general/latest/gr/bedrock.html>); an endpoint that is set once
/// for all clients fits one of them only.
struct EndpointOfOperation {
    private let operation: String
    private let home: String
    private let asked: String
    private let region: String?

    /// Whether the text calls operations of both hosts, so that no one endpoint fits.
    private let isOfBoth: Bool

    /// `nil` where no such host is shown, or one that has the operation.
    init?(_ call: FailedCall) {
        let shown = String((call.text + "\n" + call.answer.surroundings).prefix(65_536))
        let called = CalledOperations.all(in: shown)
        let hosts = Self.hosts(in: shown)
        guard !hosts.isEmpty else { return nil }
        // The refused operation is that of the sentence; a list of several may have another first.
        let first = call.answer.operation ?? call.read.operation ?? call.scene.operation?.value
        for operation in (first.map { [$0] } ?? []) + called {
            guard let home = OperationHome.service(of: operation), let host = hosts.first, host.service != home,
                SameFamily.of(host.service, home)
            else { continue }
            self.operation = operation
            self.home = home
            asked = host.service
            region = host.region
            isOfBoth = Set(called.compactMap { OperationHome.service(of: $0) }).count > 1
            return
        }
        return nil
    }

    var remedy: Remedy {
        let place = region.map { ".\($0).amazonaws.com" } ?? ".REGION.amazonaws.com"
        let both =
            isOfBoth
            ? " The text calls operations of more than one host, so one endpoint for all of them cannot fit: give each client its own, or set none."
            : ""
        return Remedy(
            """
            Send \(PrintableText.escaped(operation, limit: 80)) to \(home)\(place): the endpoint in the text is \(asked)'s, which does not have it. Best \
            set no endpoint at all (endpoint_url, AWS_ENDPOINT_URL): the client takes the right host for each operation from the region.\(both)
            """)
    }

    /// Hosts in the order of the text, each once.
    private static func hosts(in text: String) -> [AWSHostName] {
        var found: [AWSHostName] = []
        for mark in text.ranges(of: "https://") {
            let name = text[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
            }
            guard let host = AWSHostName(String(name.trimmed(of: "."))), !host.isInterfaceEndpoint,
                !found.contains(host)
            else { continue }
            found.append(host)
        }
        return found
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
