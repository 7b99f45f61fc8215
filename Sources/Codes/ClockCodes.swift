/// The pages about the clock.
extension FindingCode {
    package static let clockAgrees = FindingCode(
        "clock-agrees", in: .clock,
        title: "The clock is right",
        meaning: "It agrees with the endpoint's clock to within a second.",
        looksLike: "A pass line with the offset and its radius.",
        why: "A time service (NTP, or the hypervisor's) keeps it.",
        fix: """
            Nothing to fix. If a signature still expires, the request waited between signing and sending: see \
            time-aged.
            """,
        detection:
            "The answer's Date, as the interval of offsets that it allows; the radius is certified and "
            + "needs no assumption about the delays.",
        source: "RFC 9110, section 6.6.1")

    package static let clockOff = FindingCode(
        "clock-off", in: .clock,
        title: "The clock is a little off",
        meaning: "It differs by a second or more, and less than four minutes.",
        looksLike: "Requests pass. The margin of five minutes is getting smaller.",
        why: "NTP is off or cannot reach its servers; a virtual machine slept.",
        fix:
            "sudo timedatectl set-ntp true, or chronyc makestep; under WSL sudo hwclock -s; a container has its host's clock",
        detection: "The answer's Date, as the interval of offsets that it allows.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let clockBehind = FindingCode(
        "clock-behind", in: .clock,
        title: "The clock is too far behind",
        meaning: "Signatures made with it are too old when they arrive.",
        looksLike: "InvalidSignatureException: \"Signature expired: ... is now earlier than ...\".",
        why: "A laptop, container or virtual machine stopped its clock while it slept, or NTP is off.",
        fix:
            "sudo timedatectl set-ntp true, or chronyc makestep; under WSL sudo hwclock -s; a container has its host's clock; restart "
            + "Docker's virtual machine.",
        detection: "The answer's Date is four minutes or more ahead of the local clock.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let clockAhead = FindingCode(
        "clock-ahead", in: .clock,
        title: "The clock is too far ahead",
        meaning: "Signatures made with it are from the future when they arrive.",
        looksLike: "InvalidSignatureException: \"Signature not yet current: ... is still later than ...\".",
        why: "The clock was set by hand, or in the wrong time zone as if it were UTC.",
        fix: "sudo timedatectl set-ntp true, or chronyc makestep. Look at the zone too: timedatectl",
        detection: "The answer's Date is four minutes or more behind the local clock.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let clockUnmeasured = FindingCode(
        "clock-unmeasured", in: .clock,
        title: "The clock could not be compared",
        meaning: "No answer carried a Date that counts, or the answers contradict each other.",
        looksLike: "An unknown line with the reasons.",
        why: "A cache or a proxy answered in AWS's place, the round trip was too long, or there was no answer.",
        fix:
            "Compare date -u with another clock; with systemd, timedatectl says whether the machine keeps its clock by itself.",
        detection:
            "Each answer's reason: Age, X-Cache, no Date, two Dates, a redirect, no x-amzn-RequestId, "
            + "more than 15 minutes.",
        source: "RFC 9111, section 5.1")

    static let clockCodes: [FindingCode] = [
        clockAgrees, clockOff, clockBehind, clockAhead, clockUnmeasured,
    ]
}
