import Codes
import Evidence
import Report
import WireText

/// A function, task or pod in a network of one's own that gets no connection: where the report tells of a VPC endpoint, what of it keeps the way shut; else a way out.
///
/// Nobody has a shell there, so nothing is to be tried from it.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html>,
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html> (security group, private DNS, subnets),
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html>.
struct PrivateNetwork {
    private enum Program {
        case function, task, pod, subnet
    }

    private let program: Program
    private let service: String
    private let region: String

    /// Whether the report tells that there is a VPC endpoint.
    let hasEndpoint: Bool

    /// The address to which the name led, and whether it is one of the network's own.
    private let address: (text: String, isPrivate: Bool)?

    /// `nil` where nothing shows a program in a VPC, or where another host than AWS's was called.
    init?(_ call: FailedCall) {
        let text = String(call.shown.prefix(32_768))
        let lower = text.lowercased()
        let words = Set(lower.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init))
        guard !words.isDisjoint(with: ["vpc", "vpcs", "subnet", "subnets", "privatelink"]) else { return nil }
        let scene = call.scene.runtimePlace
        if scene == .lambda || words.contains("lambda") || words.contains("lambdas") {
            program = .function
        } else if scene == .ecs || words.contains("fargate") || words.contains("ecs") {
            program = .task
        } else if [.kubernetes, .podIdentity, .serviceAccount].contains(scene) || words.contains("eks") {
            program = .pod
        } else if lower.contains("private subnet") {
            program = .subnet
        } else {
            return nil
        }
        let name = call.host.flatMap { AWSHostName($0) }
        // A host of somebody's own has a network of its own.
        guard name != nil || call.host == nil else { return nil }
        service = name?.service ?? "bedrock-runtime"
        region = name?.region ?? call.regionName ?? "REGION"
        hasEndpoint = Self.tellsOfEndpoint(lower)
        address = Self.address(in: call.message)
    }

    var remedies: [Remedy] {
        hasEndpoint
            ? [ofEndpoint, Remedy("See what the endpoint has.", command: endpointLook)]
            : [wayOut, Remedy("See which way out each subnet has.", command: routeLook)]
    }

    private var who: String {
        switch program {
        case .function: "the function"
        case .task: "the task"
        case .pod: "the pods"
        case .subnet: "the program"
        }
    }

    private var endpointName: String {
        "com.amazonaws.\(PrintableText.escaped(region, limit: 24)).\(PrintableText.escaped(service, limit: 40))"
    }

    private var regionOption: String {
        region == "REGION" ? "" : ShellWord.quoted(region).map { " --region \($0)" } ?? ""
    }

    private var ofEndpoint: Remedy {
        let names =
            switch address {
            case (let text, true)?:
                " The name leads to \(PrintableText.escaped(text, limit: 40)), an address of the network, so private DNS is on, and what drops the connection is a security group or a network ACL."
            case (let text, false)?:
                " The name leads to \(PrintableText.escaped(text, limit: 40)), a public address, so the endpoint is not used: switch on its private DNS (with enableDnsSupport and enableDnsHostnames of the VPC), and see that it stands in the VPC of \(who)."
            case nil:
                " Then see that its private DNS is on (enableDnsSupport and enableDnsHostnames of the VPC, too), and that it stands in the VPC of \(who)."
            }
        let other =
            service == "bedrock-runtime"
            ? "one of bedrock, the control plane, serves no calls of models"
            : "one of another service does not serve it"
        return Remedy(
            """
            Let port 443 in at the VPC endpoint: the security group of the endpoint has to take it from the security group of \(who), and that one has to let it out.\(names) The endpoint must be \
            \(endpointName): \(other), nor one of another region. Its subnets must be reachable from those of \(who) (the VPC's local route, no network ACL between).
            """)
    }

    private var wayOut: Remedy {
        let own =
            switch program {
            case .function:
                " A function in a VPC has no public address, so a public subnet does not do. Without need for the VPC, detach the function."
            case .task: " A task in a public subnet has a way out with a public address only (assignPublicIp ENABLED)."
            case .pod, .subnet: ""
            }
        return Remedy(
            """
            Give the subnets of \(who) a way to Bedrock: an interface endpoint \(endpointName) with private DNS, whose security group lets port 443 in from \(who), or a route 0.0.0.0/0 to a NAT gateway that stands in a public subnet.\(own) \
            Keys, policies and model are not asked before that.
            """)
    }

    private var endpointLook: String {
        "aws ec2 describe-vpc-endpoints\(regionOption) --filters Name=service-name,Values=\(endpointName) --query 'VpcEndpoints[].[VpcEndpointId,VpcId,State,PrivateDnsEnabled,SubnetIds,Groups]'"
    }

    private var routeLook: String {
        "aws ec2 describe-route-tables\(regionOption) --query 'RouteTables[].[Associations[].SubnetId,Routes[].[DestinationCidrBlock,NatGatewayId,GatewayId]]'"
    }

    // MARK: Reading

    /// Whether a sentence says that there is an endpoint, and does not deny it, ask for it or plan it.
    private static func tellsOfEndpoint(_ lower: String) -> Bool {
        lower.split(whereSeparator: { $0.isNewline || ".;!".contains($0) }).contains { sentence in
            // Clients name the URL that they call so.
            guard !sentence.contains("endpoint url"), !sentence.contains("endpoint_url") else { return false }
            let names = sentence.contains("endpoint") || sentence.contains("vpce-") || sentence.contains("privatelink")
            let isOfNetwork = ["vpc", "interface", "privatelink", "vpce-", "com.amazonaws.", "bedrock"].contains(
                where: sentence.contains)
            let denies = [
                "no vpc endpoint", "no endpoint", "no interface", "without", "no privatelink", "n't have", "not have",
                "do i need", "should i", "need a", "need to", "missing", "not created", "haven't", "no nat or",
                "nor ", "neither", "?", "is there", "never", "cannot reach", "could not connect", "no such",
            ]
            return names && isOfNetwork && !denies.contains(where: sentence.contains)
        }
    }

    /// The address of IPv4 that stands in what failed.
    private static func address(in text: String) -> (text: String, isPrivate: Bool)? {
        for piece in text.prefix(4_096).split(whereSeparator: { !($0.isNumber || $0 == ".") }) {
            let parts = piece.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
            guard parts.count == 4, piece.split(separator: ".").count == 4, let first = parts.first else { continue }
            let isPrivate =
                first == 10 || first == 172 && (16...31).contains(parts[1]) || first == 192 && parts[1] == 168
            // This machine, instance metadata and what is no address at all.
            guard first != 127, first != 169, first != 0 else { continue }
            return (String(piece), isPrivate)
        }
        return nil
    }
}

extension FailedCall {
    /// A program in a VPC that gets no connection.
    var privateNetwork: [Remedy] { PrivateNetwork(self)?.remedies ?? [] }

    /// The same of a function that waited until its end, where something tells that the network is what keeps it.
    var silentNetwork: [Remedy] {
        let around = shown.prefix(32_768).lowercased()
        let isTold = [
            "without vpc", "without the vpc", "outside of the vpc", "outside the vpc", "not in the vpc",
            "private subnet",
            "remove the vpc", "removed the vpc", "no nat", "nat gateway", "vpc endpoint",
        ].contains(where: around.contains)
        return isTold ? privateNetwork : []
    }
}
