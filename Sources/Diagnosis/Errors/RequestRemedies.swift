import Catalog
import Codes
import Evidence
import Report

extension ErrorRemedies {
    /// Requests that the service read and would not take.
    var request: [Remedy]? {
        switch code {
        case .validationCacheUnsupported:
            one(
                """
                Leave out cachePoint blocks: the model, or this region, does not cache prompts. It is no \
                matter of access, though the status may be 403.
                """
            )
        case .validationContextLength:
            one("Send less: shorten the conversation, or use a model with a larger context window.")
        case .validationConverseUnsupported:
            one(
                """
                The model does not take part in Converse (embeddings, images, imported models): use \
                InvokeModel or another model.
                """
            )
        case .validationMaxTokens: one("Lower inferenceConfig.maxTokens to what the message says the model allows.")
        case .validationMessages:
            one(
                """
                Mend the block that the message names: roles alternate and begin with user, no text is \
                blank, every toolUse has its toolResult in the next user message.
                """
            )
        case .validationSamplingParams:
            one("Leave out temperature, topP or topK as the message says: newer models take one of them or none.")
        case .validationSystemUnsupported: one("Leave out system and put its text into the first user message.")
        case .validationToolUnsupported:
            one("Leave out toolConfig (or do not stream), or use a model that takes tools.")
        case .validationRequest:
            one("Mend the member that the message names; the request was understood and access is not the matter.")
        default: nil
        }
    }

    private func one(_ text: String) -> [Remedy] { [Remedy(text)] }

    /// What went wrong before AWS was reached, or instead of AWS.
    var local: [Remedy]? {
        switch code {
        case .credentialsMissing:
            [
                .advice("Get the credentials of the place where the program runs.", .getCredentials),
                Remedy(
                    "Set both halves of a key pair: type the id, then the secret, which is not shown.",
                    command: VariableView.askPair),
                Remedy("From a profile or single sign-on (AWS CLI 2):", command: ProfileCommand.export()),
            ]
        case .credentialsPartial:
            [Remedy.advice("Only one half of the key pair is set. See which.", env)]
        case .profileNotFound:
            [
                Remedy(
                    "See which profiles there are; the name is told apart by capitals.",
                    command: "aws configure list-profiles"),
                Remedy.advice("See which files are read, and what AWS_PROFILE is set to.", env),
            ]
        case .credentialsServiceUnreachable: credentialsService
        case .clientTooOld:
            [
                Remedy(
                    """
                    Upgrade it where it runs: Converse needs boto3 and botocore 1.34.116, or AWS CLI 2.15.60; \
                    bedrock-runtime itself needs boto3 1.28.57. A Lambda function brings its own as a layer or in its \
                    package.
                    """),
                Remedy(
                    "See which one is loaded; an environment may hold two.",
                    command: "aws --version; python3 -c 'import boto3; print(boto3.__version__, boto3.__file__)'"),
            ]
        case .networkProxyAuthentication:
            [
                Remedy(
                    """
                    Put the proxy's user name and password into the variable, percent-encoded: \
                    HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT. A proxy that takes Kerberos or NTLM only needs a local \
                    proxy that speaks it.
                    """),
                Remedy.advice("See which proxy is used, and by which variable's word.", env),
            ]
        case .regionMissing:
            [
                Remedy(
                    """
                    Set the region under both names: boto3 and the AWS CLI 1 read AWS_DEFAULT_REGION only; the AWS CLI 2 \
                    and the other SDKs read AWS_REGION.
                    """,
                    command: "export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1")
            ]
        case .regionInvalid: badRegion
        case .regionHasNoEndpoint:
            badRegion + [everywhere("See in which regions the model answers.")].compactMap(\.self)
        case .networkUnreachable:
            [
                Remedy(
                    """
                    The endpoint does not answer from here: a subnet without NAT or VPC endpoint, a \
                    firewall, or a proxy. It is no matter of access.
                    """,
                    command: reach),
                Remedy("See proxy and endpoint variables.", env),
            ]
        case .networkNameUnresolved:
            [
                Remedy(
                    """
                    The name has no address here: no network, a VPN that is not up, or a container without DNS. Ask \
                    the resolver yourself.
                    """,
                    command: "getent hosts \(host)")
            ]
        case .networkProxyFailed:
            [Remedy("See which proxy is used, and which variable names it.", env)]
        case .networkConnectionClosed:
            [
                Remedy.advice(
                    """
                    Try again; if it stays, a proxy, a firewall or a load balancer ends the connection. See what the \
                    call goes through.
                    """,
                    env)
            ]
        case .networkCertificateUntrusted, .networkTLSFailed:
            [
                Remedy(
                    """
                    The certificate is not trusted: where a proxy opens TLS, set AWS_CA_BUNDLE to the file of its \
                    authority. See who signed the certificate.
                    """,
                    command: certificate)
            ]
        case .answerNotFromService:
            [
                Remedy.advice(
                    """
                    A web page came back: something between here and AWS answered, such as a proxy, a login \
                    page or a wrong endpoint URL.
                    """,
                    env),
                Remedy("See what answers there.", command: reach),
            ]
        default: nil
        }
    }

    /// By where the address belongs: away from AWS, the cure is to have keys.
    private var credentialsService: [Remedy] {
        let keys = Remedy.advice(
            "Away from AWS nothing answers there: the client asked only because it found no keys. See what it can find.",
            env)
        switch details.metadata {
        case .container:
            return [
                Remedy(
                    """
                    In a task of ECS: the task needs a task role, and the agent answers only inside the task's own network. \
                    See whether it does; no secret is shown.
                    """,
                    command: """
                        curl -sS --max-time 3 -o /dev/null -w '%{http_code}\\n' \
                        "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
                        """),
                keys,
            ]
        case .pod:
            return [
                Remedy(
                    "In a pod of EKS: the Pod Identity agent must run on the node. See whether it does.",
                    command: "kubectl -n kube-system get daemonset eks-pod-identity-agent"),
                keys,
            ]
        case .instance, nil:
            return [
                Remedy(
                    """
                    On EC2: see whether the metadata service answers. 200 says that it does; in a container nothing comes \
                    when the instance's hop limit is 1: raise it to 2 (aws ec2 modify-instance-metadata-options \
                    --http-put-response-hop-limit 2). Behind a proxy, put 169.254.169.254 into NO_PROXY.
                    """,
                    command: """
                        curl -sS --noproxy '*' --max-time 3 -o /dev/null -w '%{http_code}\\n' -X PUT -H \
                        'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token
                        """),
                keys,
            ]
        }
    }

    /// The first step to an endpoint, without the doctor: it may be the doctor's own call that did not come through.
    private var reach: String {
        let origin = details.origin.flatMap { ShellWord.quoted($0) }
        return "curl -sv --max-time 10 -o /dev/null \(origin ?? "https://bedrock-runtime.\(region).amazonaws.com")/"
    }

    /// Who signed the certificate that arrives.
    private var certificate: String {
        "openssl s_client -connect \(host):443 -servername \(host) </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates"
    }

    private var host: String {
        let host = details.origin?.split(separator: "/").last?.prefix { $0 != ":" }
        return host.flatMap { ShellWord.quoted(String($0)) } ?? "bedrock-runtime.\(region).amazonaws.com"
    }

    private var badRegion: [Remedy] {
        let written = details.region ?? answer.region
        if let written, !RegionCatalog.isKnown(written), let near = RegionCatalog.nearest(to: written) {
            // What another program called takes its region from the environment, most likely.
            return [
                .advice(
                    "There is no region \(PrintableText.escaped(written)): did you mean \(near)?",
                    answer.signer == .doctor
                        ? .doctor(.again(.region(near, insteadOf: written)))
                        : .shell("export AWS_REGION=\(near) AWS_DEFAULT_REGION=\(near)"))
            ]
        }
        return [Remedy("Look at what the region is set to and where it comes from.", env)]
    }
}
