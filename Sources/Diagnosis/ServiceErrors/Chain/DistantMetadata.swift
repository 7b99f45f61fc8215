import Evidence
import Report

/// Instance metadata that is there and too far away: the answer with the token of version 2 ends after as many hops as the instance
/// allows, and a container is one further than the instance.
///
/// Source: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html>.
struct DistantMetadata {
    /// `nil` where nothing shows an instance with a container on it, or that its metadata was changed.
    init?(_ call: FailedCall) {
        let text = String((call.message + "\n" + call.answer.surroundings).prefix(32_768)).lowercased()
        // Who names the version has changed it: with version 1 the role was there.
        let isChanged = [
            "imdsv2", "imds v2", "imdsv1", "httptokens", "http_tokens", "http-tokens", "hop limit", "hop-limit",
        ].contains(where: text.contains)
        func runs(_ places: RuntimePlace...) -> Bool {
            places.contains { call.scene.runtimePlace == $0 || $0.isTold(in: text) }
        }
        guard isChanged || runs(.ec2) && runs(.docker, .kubernetes) else { return nil }
    }

    var remedies: [Remedy] {
        [remedy, Remedy("See what the instance has.", command: Self.options)]
    }

    private var remedy: Remedy {
        Remedy(
            """
            Raise the hop limit of IMDSv2 to 2 (HttpPutResponseHopLimit of the instance or its launch template): the answer with the token ends after as many hops, and a container is one further \
            than the instance, so that with 1 it waits in vain. On the host's own network (docker run --network host) it is near enough; an SDK of before the end of 2019 knows version 1 alone. \
            The role itself need not be changed.
            """)
    }

    /// What the instance's settings are.
    static let options =
        "aws ec2 describe-instances --instance-ids INSTANCE --query 'Reservations[].Instances[].MetadataOptions'"
}
