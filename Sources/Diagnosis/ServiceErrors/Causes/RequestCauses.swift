import Catalog
import Codes
import Evidence
import Report

/// Requests that the service read and whose operation, or what that names, it did not accept.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>.
extension ErrorCause {
    /// The operation or what it names was not accepted.
    static let request = list {
        ErrorCause(
            .countTokensUnsupported, .request,
            rules: [
                .peculiar(
                    "counting|count|counttokens tokens|token|model|operation",
                    "doesnt|not|isnt|unsupported support|supported|supporting")
            ]
        ) { call in
            Remedy.advice(
                """
                The model cannot count tokens, or the id is a profile's: use the bare id, or probe with \
                a one-token call.
                """,
                .doctor(
                    DoctorStep(
                        "models",
                        [call.details.modelID.map { .model($0) }, .option("--probe", "converse")].compactMap(\.self))))
        }
        ErrorCause(
            .guardrailNotFound, .request,
            rules: [
                .peculiar(
                    "guardrail identifier|version|id", "invalid|exist|exists|found|valid",
                    none: ["explicit deny", "condition"]),
                .fitting("guardrail not|doesnt found|exist|ready"),
            ]
        ) { call in
            call.guardrailOfRegion
        }
        ErrorCause(
            .wrongEndpoint, .request,
            types: [TypeHint(.unknownOperation, 85, also: .arnPathEncoding), TypeHint(.invalidAction, 75)],
            rules: [
                // The OpenAI-compatible endpoints name the path that the model does not serve.
                .peculiar(
                    "doesnt|not|isnt support|supported|available", "completions|responses|route",
                    "api|route|path|endpoint|v1"),
                .peculiar("operation unknown|unrecognized"),
                .fitting("unable determine service operation"),
                .fitting("operation not|isnt recognized|recognised"),
                .fitting(
                    "unknown|unsupported|unrecognized|invalid operation|action", none: ["model", "perform", "legacy"],
                    types: [.unknownOperation, .invalidAction], also: [.arnPathEncoding]),
                .hinting("operation not supported|found|exist endpoint|host|service"),
                // Zed's words for a 404.
                .fitting("api endpoint not found"),
                .peculiar("bedrock object has no attribute", "converse|invoke|count|apply"),
            ]
        ) { call in
            call.misplacedPath
            call.endpointOfOperation?.remedy
            call.malformedARN
            call.regionInName
            call.endpointOfOperation == nil ? call.operationOfRegion : nil
            call.unknownPath
            Remedy.advice(
                """
                The operation belongs to another host: Converse, InvokeModel and CountTokens to \
                bedrock-runtime, lists and availability to bedrock. See where requests go.
                """,
                call.env)
        }
    }
}

extension FailedCall {
    /// What to do where the right service was asked, and does not know its own operation.
    fileprivate var operationOfRegion: Remedy? {
        guard let operation = scene.operation?.value ?? answer.operation, let service = scene.service?.value,
            OperationHome.service(of: operation) == service
        else { return nil }
        let place = regionName.map { " in \($0)" } ?? " in the region that was called"
        return Remedy(
            """
            The host is the right one for \(operation), and the service\(place) does not have it: not every region has every operation of Bedrock. \
            Call another region (AWS_REGION), or leave this call out; see too that no endpoint of your own (AWS_ENDPOINT_URL) stands in between.
            """)
    }

    /// A path that no operation has, where the answer is Coral's and names no operation.
    fileprivate var unknownPath: Remedy? {
        guard text.contains("UnknownOperationException"), read.operation == nil else { return nil }
        return Remedy(
            """
            The host has no operation at the path that was called. See the whole URL in the client's debug log: a base URL with a path of its own \
            (/v1, /model) or of another API, a model's ARN or name whose slash went out raw (%2F is right), or an empty model. A client may take the \
            status 200 that comes with it for a success, and stumble over the body.
            """)
    }

    /// A region that a gateway's name of the model holds, `bedrock/us-west-2/MODEL`, and that went into the path with its slash.
    fileprivate var regionInName: Remedy? {
        let shown = String(self.shown.prefix(16_384))
        for mark in shown.ranges(of: "bedrock/") {
            let name = shown[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            guard shown[name.endIndex...].hasPrefix("/"), RegionCatalog.isKnown(String(name)) else { continue }
            return Remedy(
                """
                The name of the model holds the region \(name): its slash makes another path, which Bedrock answers as an operation that it does \
                not have, sometimes with status 200. Drop the region from the name (bedrock/MODEL) and set aws_region_name: \(name), or use a \
                version of the gateway that takes it out.
                """)
        }
        return nil
    }
}
