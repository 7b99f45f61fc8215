import Catalog
import Codes
import Evidence
import Report

/// What SDKs and commands say when no request left the machine.
extension ErrorCause {
    static let client = list {
        ErrorCause(
            .credentialsMissing, .settings,
            types: [
                TypeHint(.noCredentials, 100), TypeHint(.credentialRetrieval, 70),
                TypeHint(.credentialsProvider, 70), TypeHint(.invalidIdentityToken),
                TypeHint(.identityProviderCommunication), TypeHint(.identityProviderRejectedClaim),
                TypeHint(.malformedPolicyDocument), TypeHint(.multiFactorRefresh),
            ],
            rules: [
                .peculiar(
                    "unable|not|couldnt|cannot|failed locate|load|find|retrieve|resolve|get|refresh|obtain credentials|identity",
                    none: ["expired", "partial", "sso"]),
                .peculiar(
                    "credentials not|havent set|found|configured|available|provided|loaded",
                    none: ["expired", "invalid", "validate"]),
                .peculiar("no|missing|empty|without credentials", none: ["expired", "partial"]),
                .peculiar("no identity resolved chain"),
                // The SDK for JavaScript, of a client in a page.
                .peculiar("error credential is missing", none: ["scope"]),
                // Languages' own words for credentials that are nothing.
                .peculiar("nonetype object has no attribute access|secret key"),
                .peculiar("nonetype object no attribute get frozen credentials"),
                .fitting("nonetype object no attribute token", "credential*|sigv4*|boto*|aws"),
                .fitting("cannot invoke awscredentials|accesskeyid|awscredentialsidentity because null"),
                .peculiar("unable resolve|determine aws account use|default"),
                .peculiar("could not resolve authentication method"),
                // The build of the SDK's providers for browsers has none of Node's.
                .peculiar("fromnodeproviderchain|fromini|fromtokenfile|fromsso not exported|export"),
                .peculiar("fromnodeproviderchain not function"),
                // Agents that ask for a key of each provider.
                .peculiar("no api key found|configured|set|available|provided provider|for", "bedrock"),
                .peculiar("credential|credentials sourced|provided by|from imds|chain provider"),
                .fitting("credentials|credential provider|providers chain|any|no|none", none: ["expired"]),
                .fitting("requires|require|needs|need aws credentials", none: ["expired", "invalid"]),
                .fitting(
                    "access|accesskeyid|accesskey secret|secretaccesskey|secretkey",
                    "required|requires|missing|must|provide|set|need|needed|empty|environment",
                    none: ["exist|exists", "records", "partial", "signature", "signing method"]),
                .fitting("accesskeyid|secretaccesskey", "missing|required|requires|set|undefined|empty|environment"),
                .peculiar("credential process", "exited|exit|failed|fail|error|returned|timed"),
                .fitting("no valid providers|provider chain"),
                .fitting(
                    "credential|credentials|identity object|provider not|isnt|null|undefined valid|undefined|null|resolved|enabled|loaded"
                ),
                .fitting(
                    "aws access key id", "set|missing|required|must|needed|empty|blank|undefined|environment",
                    none: ["exist|exists", "records", "partial", "secret access key"]),
                .fitting(
                    "aws access key id secret",
                    "set|missing|required|must|needed|empty|blank|undefined|environment|provide",
                    none: ["exist|exists", "records", "partial", "signature"]),
                .fitting("no ec2 imds role found"),
                .fitting("imds|metadata credentials|role|service", none: ["expired"]),
                .fitting("must|need set|provide aws access key id"),
            ]
        ) { call in
            Remedy(
                """
                No link of the chain of credential providers gave any: the variables (AWS_ACCESS_KEY_ID and the others), the profile that AWS_PROFILE names in ~/.aws, a \
                web identity, the container's role, the instance's role. A container knows nothing of your shell: pass AWS_PROFILE on \
                and mount ~/.aws into it, or set the variables in its own configuration. On AWS give the function, task, pod or \
                instance a role.
                """,
                .doctor(.env)
            )
            Remedy.advice("Get credentials from where the program runs.", .getCredentials)
            Remedy("From a profile or single sign-on (AWS CLI 2):", command: ProfileCommand.export()).about(.renewal)
            call.keyOfBedrock
        }
        ErrorCause(
            .credentialsPartial, .settings,
            types: [TypeHint(.partialCredentials, 110)],
            rules: [
                .peculiar("partial credentials found|missing"),
                .fitting(
                    "secret access key missing|empty|required",
                    none: ["check", "signature", "access key id|and secret|aws"], types: [.partialCredentials]),
                // What does not work is no half that is missing.
                .fitting(
                    "secret access key not|isnt set|found|provided|given|defined|present|specified|configured",
                    none: ["check", "signature", "access key id|and secret|aws"], types: [.partialCredentials]),
            ]
        ) { call in
            Remedy.advice("Only one half of the key pair is set. See which.", call.env)
        }
        ErrorCause(
            .credentialsProfileIncomplete, .settings,
            rules: [
                .peculiar("profile configured invalid sso credentials"),
                // JavaScript, where a part of a profile that is not there is read.
                .peculiar("reading|evaluating sso region|session|start|account|role"),
                .peculiar("reading|evaluating role arn"),
                .fitting("reading|evaluating accesskeyid|secretaccesskey|sessiontoken"),
                // A client that takes every profile for one of single sign-on.
                .peculiar(
                    "failed|unable|cannot retrieve|get|read sso account|role|region|start|session profile section"),
            ]
        ) { call in
            call.signOnLines
            Remedy(
                """
                The profile lacks lines that the SDK needs, or names a section that the file does not have: for single sign-on \
                sso_session = NAME with a section [sso-session NAME] (sso_region, sso_start_url) in the same ~/.aws/config, and sso_account_id \
                and sso_role_name in the profile; for a role role_arn with source_profile. An SDK that does not follow such a source takes \
                credential_process = aws configure export-credentials --profile NAME --format process.
                """,
                command: "aws configure list")
            Remedy.advice("See which files are read, and what AWS_PROFILE is set to.", call.env)
        }
        ErrorCause(
            .regionMissing, .settings,
            types: [TypeHint(.noRegion, 100), TypeHint(.missingRegion, 100)],
            rules: [
                .peculiar(
                    "must|need|please specify|set|provide|configure region",
                    none: ["invalid", "model", "sso|sts|source region"]),
                .peculiar(
                    "region missing|required|empty|undefined|unset",
                    none: [
                        "not supported", "model", "opt|opted", "sso|sts|source region",
                        "region prefix|prefixes|prefixed|segment",
                    ]),
                .peculiar(
                    "region was|is not found|set|specified|configured|provided|defined",
                    none: ["model", "valid", "supported", "sso|sts|source region"]),
                .peculiar(
                    "unable|could|not load|find|determine|resolve|get region",
                    none: ["model", "credentials", "sso|sts|source region"]),
                .peculiar("aws region not specified|given", none: ["model"]),
                .fitting(
                    "no|missing region",
                    none: ["model", "access", "sso|sts|source region", "region prefix|prefixes|prefixed|segment"]),
                // The last place where an SDK looks for one.
                .peculiar("ec2imds getregion"),
                .peculiar("failed get region from ec2|imds|metadata"),
            ]
        ) { _ in
            Remedy(
                """
                Set the region under both names: boto3 and the AWS CLI 1 read AWS_DEFAULT_REGION only; the AWS CLI 2 \
                and the other SDKs read AWS_REGION.
                """,
                command: "export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1")
        }
        ErrorCause(
            .regionInvalid, .settings,
            types: [TypeHint(.invalidRegion, 100)],
            rules: [
                .peculiar(
                    "region name|provided|format doesnt|not|isnt match|supported|valid",
                    none: ["model", "credential", "scoped"]),
                .fitting("invalid|unknown|bad|unrecognized region", none: ["model", "credential", "scoped", "cache"]),
                .fitting("region not|isnt valid|hostname|host|dns", none: ["model", "credential", "scoped"]),
            ]
        ) { call in
            call.badRegion
        }
        ErrorCause(
            .configEndpointMalformed, .settings,
            rules: [
                // botocore and requests, httpx, Go, Rust, Node, Java, .NET.
                .peculiar("invalid endpoint", none: ["region", "resolve", "host label"]),
                .peculiar("invalid url no scheme|host supplied"),
                .peculiar("url missing xurl|http|https protocol"),
                .peculiar("unsupported protocol scheme"),
                .peculiar("relativeurlwithoutbase"), .peculiar("relative url without base"),
                .peculiar("failed parse url from"),
                .peculiar("only absolute urls supported"),
                .peculiar("err invalid url"),
                .peculiar("uri is not absolute"),
                .peculiar("invalid uri format|hostname could not be determined|parsed"),
                .hinting("invalid url", none: ["image|document|media|source", "post|get|put", "presigned", "xmodel"]),
                .peculiar("uri scheme of endpointoverride must not be null"),
                .peculiar("endpoints must be full uris include scheme host"),
                .peculiar("expected endpoint to be http|https endpoint"),
                .fitting("endpoint", "missing scheme|protocol"),
            ]
        ) { call in
            call.bareEndpoint
        }
        ErrorCause(
            .profileNotFound, .settings,
            types: [TypeHint(.profileNotFound, 100)],
            rules: [
                .peculiar("config profile not found|exist"),
                .fitting("profile could|not be found|exist", none: ["inference"]),
                .fitting("failed get shared config profile"),
                .fitting(
                    "profile not|doesnt found|exist|exists|defined", "aws|credentials|config|shared",
                    none: ["inference"]),
            ]
        ) { call in
            Remedy(
                """
                The files that this process reads have no profile '\(call.profileWord)': correct AWS_PROFILE or the profile's name in the \
                program's settings (case counts), or unset it. In a container mount ~/.aws; in a file of your own name it in \
                AWS_CONFIG_FILE. Behind [profile NAME] in ~/.aws/config stands [NAME] in ~/.aws/credentials.
                """,
                command: "aws configure list-profiles")
            Remedy.advice("See which files are read, and what AWS_PROFILE is set to.", call.env)
        }
        ErrorCause(
            .clientTooOld, .settings,
            types: [TypeHint(.unknownService, 90)],
            rules: [
                .peculiar("bedrockruntime object has no attribute"),
                .fitting("provider only supports models"),
                .peculiar("unknown service bedrock", "runtime|valid|names", none: ["error", "operation"]),
                .peculiar("unknown service", "valid service names"),
                .peculiar("argument command|operation invalid choice"),
                .peculiar("invalid choice bedrock|converse"),
                .fitting("conversecommand|conversestreamcommand", "constructor|export|named|undefined"),
                // Java, .NET, PHP and Ruby, where a library calls what the SDK beside it does not have yet.
                .peculiar(
                    "nosuchmethoderror|noclassdeffounderror|nosuchfielderror|abstractmethoderror|incompatibleclasschangeerror|illegalaccesserror awssdk|amazonaws"
                ),
                .peculiar("missingmethodexception|typeloadexception amazon"),
                .peculiar("call undefined method bedrockruntimeclient"),
                .peculiar("undefined method converse*", "bedrockruntime"),
                .peculiar("operation not found converse|conversestream", none: ["when calling"]),
            ]
        ) { call in
            call.newerMember ?? UnknownUnionMember(call)?.remedy ?? call.pinnedLibrary ?? call.unknownService
                ?? Remedy(
                    """
                    Upgrade the SDK where the program runs: Converse needs boto3 and botocore 1.34.116, or AWS CLI 2.15.60; \
                    bedrock-runtime itself needs boto3 1.28.57. A Lambda function brings its own as a layer or in its \
                    package.
                    """)
            UnknownUnionMember(call) != nil
                ? nil
                : Remedy(
                    "See which one is loaded; an environment may hold two.",
                    command: "aws --version; python3 -c 'import boto3; print(boto3.__version__, boto3.__file__)'")
        }
    }
}

extension FailedCall {
    /// That an API key may have been meant, which only Bedrock has: not where another service of AWS's is what was called.
    fileprivate var keyOfBedrock: Remedy? {
        let around = shown.lowercased()
        let others = [
            "s3", "dynamo", "sqs", "kinesis", "cloudformation", "secretsmanager", "terraform", "cloudwatch", "route53",
        ]
        guard around.contains("bedrock") || !others.contains(where: around.contains) else { return nil }
        return Remedy(
            """
            If you meant a Bedrock API key: SDKs read AWS_BEARER_TOKEN_BEDROCK in versions since July 2025 only, not where a profile \
            or another way to sign in is set in the program, and not for every operation. Update the client, or give it access keys.
            """)
    }

    /// An endpoint without a scheme, or with nothing in it.
    fileprivate var bareEndpoint: [Remedy] {
        let around = shown
        let host = around.split { !($0.isLetter || $0.isNumber || ".-".contains($0)) }.first {
            AWSHostName(String($0)) != nil
        }
        let shown = host.map { ": https://\(PrintableText.escaped(String($0), limit: 100))" } ?? ""
        return [
            Remedy(
                """
                The client's endpoint is no URL, so nothing was sent: write it with its scheme\(shown), without a path that the client adds by \
                itself. It comes from the client's own setting (endpoint_url, endpointOverride, base URL, api_base) or from AWS_ENDPOINT_URL, \
                AWS_ENDPOINT_URL_<SERVICE>, ANTHROPIC_BEDROCK_BASE_URL or OPENAI_BASE_URL; one that is set and empty does the same. Without an \
                endpoint of your own leave it out, and set the region.
                """,
                env)
        ]
    }

    /// What to do about a region that does not exist, or has no Bedrock.
    var badRegion: [Remedy] {
        let written = details.region ?? answer.region
        if let held = regionOfARN {
            return [
                .advice(
                    """
                    What is set as the region is an ARN: the region in it is \(held), and the ARN belongs where the model is named.
                    """,
                    answer.signer == .doctor
                        ? .doctor(.again(.region(held, insteadOf: written ?? held)))
                        : .shell("export AWS_REGION=\(held) AWS_DEFAULT_REGION=\(held)"))
            ]
        }
        if let misplaced = MisplacedRegion(text) {
            return [misplaced.remedy(scene, text: shown)]
        }
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
        if let written, details.origin != nil || answer.region != nil {
            return [
                .advice(
                    """
                    \(details.origin.map { "There is no \($0) that answers" } ?? "The service does not answer") in \
                    \(PrintableText.escaped(written)): call a region where the service and the model are offered. See what \
                    the region is set to, and where it comes from.
                    """,
                    env)
            ]
        }
        return [Remedy("Look at what the region is set to and where it comes from.", env)]
    }

    /// The region of an ARN, or of an id that begins so, that was set as the region: `arn%3Aaws%3Abedrock%3Aeu-central-1`.
    private var regionOfARN: String? {
        let plain = text.prefix(8_192).replacing("%3A", with: ":").replacing("%3a", with: ":")
        guard
            let mark = plain.firstRange(of: "egion (arn:") ?? plain.firstRange(of: "-runtime.arn:")
                ?? plain.firstRange(of: "bedrock.arn:") ?? plain.firstRange(of: "egion_name 'arn:")
                ?? plain.firstRange(of: "egion: arn:") ?? plain.firstRange(of: "egion arn:")
        else { return nil }
        let rest = plain[mark.upperBound...].prefix(200).prefix { !$0.isWhitespace && !")'\"".contains($0) }
        return rest.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init).first(
            where: RegionCatalog.isKnown)
    }

    /// A member that came after the operation: what an SDK must have for Converse says nothing of it.
    fileprivate var newerMember: Remedy? {
        guard let refusal = details.refusals.first, case .unknownAmong(let known) = refusal.rule else { return nil }
        let pinned = pinning
        let how =
            pinned.map { "\($0) pins the botocore that it works with: upgrade \($0), which brings a newer one." }
            ?? "Upgrade the SDK to its current version where the program runs, boto3 and botocore together."
        return Remedy(
            """
            The client has the operation, and \(refusal.leaf) came later than what it knows (\(known.prefix(80))). \(how) Until then \
            leave \(refusal.leaf) out.
            """)
    }

    /// A library that pins the botocore below it, and that is what calls: boto3 beside it may be as new as it likes.
    ///
    /// Source: <https://github.com/aio-libs/aiobotocore> (its requirement of botocore), <https://github.com/terricain/aioboto3>.
    private var pinning: String? {
        let around = shown.prefix(32_768).lowercased()
        return ["aioboto3", "aiobotocore"].first(where: around.contains)
    }

    /// What to upgrade where another library brings the SDK that is too old.
    fileprivate var pinnedLibrary: Remedy? {
        guard let name = pinning else { return nil }
        let chain =
            name == "aioboto3"
            ? "aioboto3 pins aiobotocore, and that pins the botocore" : "aiobotocore pins the botocore"
        return Remedy(
            """
            Upgrade \(name) itself: \(chain) that it works with, so that a newer boto3 beside it changes nothing, and upgrading botocore alone is undone or refused. bedrock-runtime \
            needs botocore 1.31.57, and Converse 1.34.116.
            """,
            command: "pip install --upgrade \(name) && pip list | grep -i -E 'boto'"
        ).about(.instruction)
    }
}
