import Evidence
import Report
import WireText

/// What failures on the way to the service say, and what to do about them.
extension FailedCall {
    /// A host of dual stack, which not every service has in every region.
    var dualStack: Remedy? {
        guard let host, host.hasSuffix(".api.aws") else { return nil }
        return Remedy(
            """
            \(host) is a host for dual stack (IPv6 and IPv4), which not every service has in every region: turn it off \
            (use_dualstack_endpoint in the config file, AWS_USE_DUALSTACK_ENDPOINT), and the name ends in amazonaws.com.
            """)
    }

    /// Another service than Bedrock, which may have no endpoint in the region of its host.
    var otherService: Remedy? {
        guard let host, !host.contains("bedrock"), host.hasSuffix(".amazonaws.com"),
            host.split(separator: ".").count > 3
        else { return nil }
        return Remedy(
            "See the region in \(host) first: not every service has an endpoint in every region, and a wrong region makes a host that no DNS knows."
        )
    }

    /// A service that hands out credentials and did not answer: no model was called yet.
    var unreachedSignIn: Remedy? {
        guard let service = scene.service?.value, ["oidc", "portal.sso", "sts"].contains(service) else { return nil }
        let isSTS = service == "sts"
        let place = isSTS ? "that the client has for AWS STS" : "of IAM Identity Center (sso_region)"
        let anew = isSTS ? "" : "; then sign in anew, so that the token need not be refreshed"
        return Remedy.advice(
            """
            It was \(AWSService.title(ofEndpoint: service)) that did not answer, while credentials were fetched or refreshed: no model was \
            called, so a longer wait for the model does not help. Let \(host ?? "its host") through (proxy, firewall, VPC endpoint), in the \
            region \(place)\(anew).
            """,
            isSTS ? .shell("aws sts get-caller-identity") : .shell("aws sso login"))
    }

    /// A provider of credentials with a way to AWS of its own, which a client's proxy is not.
    var providersOwnWay: Remedy? {
        guard details.metadata == nil, text.contains("CredentialsStageError") else { return nil }
        return Remedy(
            """
            Give the proxy to the provider of credentials, too: it asks AWS STS or IAM Identity Center by an HTTP client of its own, and does not take the one of the service's client. In Rust set http_client on \
            the loader (aws_config::defaults(...).http_client(...)), which hands it to both. Until then let the AWS CLI 2 fetch the credentials, and export them before each start, since they expire.
            """,
            command: ProfileCommand.export())
    }

    /// By where the address belongs: away from AWS, the cure is to have keys.
    var credentialsService: [Remedy] {
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

    /// A certificate of a server on this machine that hands out credentials: no bundle of an SDK is read for it.
    var localCredentialServer: Remedy? {
        guard let origin = details.origin, ["localhost", "127.0.0.1", "[::1]"].contains(where: origin.contains),
            text.contains("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        else { return nil }
        return Remedy(
            """
            The certificate is that of the local server in AWS_CONTAINER_CREDENTIALS_FULL_URI, not of AWS, and AWS_CA_BUNDLE \
            is not read for it. Serve that endpoint over http on the loopback address, which every SDK takes, or use a certificate that \
            the system trusts.
            """)
    }

    /// A function that is attached to a VPC, and so has the ways out that its subnets have.
    ///
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html>.
    var functionSubnet: Remedy? {
        guard scene.runtimePlace == .lambda else { return nil }
        let name = AWSHostName(host ?? "")
        let service = name?.service ?? "bedrock-runtime"
        let other =
            service == "bedrock"
            ? " An endpoint of bedrock-runtime does not serve it: lists of models are the control plane's." : ""
        return Remedy(
            """
            A Lambda function in a VPC reaches Bedrock only through a NAT gateway, also from a public subnet, or through an \
            interface endpoint of \(service) (com.amazonaws.\(name?.region ?? regionName ?? "REGION").\(service)) with private DNS \
            and a security group that lets port 443 in from the function.\(other) Without need for the VPC, detach the function.
            """)
    }

    /// What a gateway asks for in its refusal.
    var gatewayWord: String {
        guard words.has("please use converse") else { return "" }
        return """
            . This one lets Converse and ConverseStream through only: use a client that calls Converse instead of \
            InvokeModel, or ask the gateway's owners
            """
    }

    /// What to do where a proxy let the connection be refused by its own rules.
    var proxyRefusal: Remedy? {
        guard words.has("403|forbidden") else { return nil }
        return Remedy(
            """
            The proxy refused to connect to the host (403): its administrator has to allow the endpoint, \
            bedrock-runtime.REGION.amazonaws.com, port 443, for this machine; or keep the host out of it by NO_PROXY, where a direct \
            way exists.
            """)
    }

    /// The first step to an endpoint, without the doctor: it may be the doctor's own call that did not come through.
    var reach: String? {
        let origin =
            details.origin.flatMap { ShellWord.quoted($0) }
            ?? regionWord.map { "https://bedrock-runtime.\($0).amazonaws.com" }
        return origin.map { "curl -sv --max-time 10 -o /dev/null \($0)/" }
    }

    /// Who signed the certificate that arrives.
    var certificate: String? {
        guard let host else { return nil }
        return
            "openssl s_client -connect \(host):443 -servername \(host) </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates"
    }

    var host: String? {
        let host = details.origin?.split(separator: "/").last?.prefix { $0 != ":" }
        return host.flatMap { ShellWord.quoted(String($0)) }
            ?? regionWord.map { "bedrock-runtime.\($0).amazonaws.com" }
    }

    /// A look at what stands between here and the endpoint.
    var direct: Remedy {
        Remedy("See what stands between here and the endpoint: a proxy variable, another endpoint.", env)
    }
}
