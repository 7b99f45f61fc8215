import Evidence
import Report
import WireText

/// How the clock is set of the machine that the scene shows, which is not always the one that reads about it.
enum SceneClock {
    /// `nil` where the scene shows no machine whose clock another keeps.
    static func remedies(_ scene: Scene, text: String) -> [Remedy]? {
        let runtime = scene.runtimePlace
        if runtime == .wsl || text.contains("WSL") { return ClockRemedies.windows(sudo: "sudo ") }
        if runtime == .docker || runtime == .kubernetes || runtime == .ecs { return [ClockRemedies.containerHost] }
        return nil
    }

    /// What to do first where the machine in front of a person has a right clock, and another one signs: `nil` where nothing shows that.
    ///
    /// A virtual machine's clock stands still while its computer sleeps, be it that of WSL or of Docker Desktop.
    static func stopped(_ scene: Scene, text: String) -> [Remedy]? {
        if scene.runtimePlace == .wsl || text.contains("WSL") { return ClockRemedies.windows(sudo: "sudo ") }
        if let remote = remote(in: text) { return [remote] }
        let words = WordText(text)
        let slept = sleeps.contains { words.has($0) }
        if scene.runtimePlace == .docker || slept && words.has("docker|container|containers|podman|colima") {
            return [ClockRemedies.restartContainers]
        }
        return slept ? [ClockRemedies.restartMachine] : nil
    }

    private static let sleeps: [WordPhrase] = [
        "computer|laptop|mac|macbook|machine|pc|host|vm|system|it sleep|asleep|slept|sleeping|suspended|suspend|hibernated|hibernation|hibernate",
        "after|from|in|during sleep|suspend|hibernation|standby|resume|resuming",
        "woke|wake|waking|wakes|wakeup up|from|computer|laptop",
        "closed|closing|opened|opening lid",
    ]

    /// Where an editor runs its extensions on another machine than the one that shows it.
    ///
    /// Source: <https://code.visualstudio.com/docs/remote/faq>.
    private static func remote(in text: String) -> Remedy? {
        let marks = [
            ".vscode-server", ".cursor-server", ".windsurf-server", "vscode-remote", "Remote-SSH", "Remote - SSH",
        ]
        guard let mark = marks.first(where: text.contains) else { return nil }
        return Remedy(
            """
            Set the clock of the remote host, not of the computer in front of you: \(mark) shows that the extension runs there. On that host compare date -u with the right time, let NTP keep it \
            (sudo timedatectl set-ntp true, or sudo chronyc makestep), and reload the window.
            """)
    }
}
