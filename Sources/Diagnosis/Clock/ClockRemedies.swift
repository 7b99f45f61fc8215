import Report

/// The commands that set a clock right, by what keeps it.
enum ClockRemedies {
    static let all: [Remedy] = [
        Remedy("systemd: let it keep the clock by NTP", command: "sudo timedatectl set-ntp true"),
        Remedy("chrony: step the clock now", command: "sudo chronyc makestep"),
        Remedy("WSL after sleep: take the time of Windows", command: "sudo hwclock -s"),
        Remedy("Windows, as administrator", command: "w32tm /resync"),
        Remedy("macOS", command: "sudo sntp -sS time.apple.com"),
        Remedy(
            "A container has its host's clock: mend it there. A Docker or other VM loses time while the machine sleeps; restart it"
        ),
    ]
}
