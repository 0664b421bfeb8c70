import ServiceHost
import VoiceHost

@main
enum Main {
  static func main() async {
    await HostProgram(VoiceHost.definition).main()
  }
}
