package ballast.cli;

import ballast.cli.CommandWords.OptionWords;
import ballast.cli.CommandWords.Values;
import ballast.cli.CommandWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Scripts that complete command lines. Each contains tables of all commands, options and values,
 * and a few lines of shell code to look them up. Completion starts no program.
 */
public final class CompletionScript {

  private static final String ABOUT =
      """
      # Completes the commands, options, values and files of ballast, which made this script;
      # completing does not start it.
      """;

  private final List<CommandWords> commands;
  private final Map<Values, List<String>> keys;

  public CompletionScript(CommandSpec root) {
    this.commands = CommandWords.of(root);
    this.keys = CommandWords.keys(commands);
  }

  /** For bash 3.2 and later; source it, or put it in the folder of bash-completion. */
  public String bash() {
    StringBuilder script = new StringBuilder(ABOUT);
    script.append("_ballast_command()\n{\n  subs= opts= valued=\n  case $1 in\n");
    for (CommandWords command : commands) {
      script.append("    ").append(quoted(command.path())).append(")\n");
      script.append("      subs=").append(quoted(subcommands(command))).append('\n');
      script.append("      opts=").append(quoted(options(command))).append('\n');
      script.append("      valued=").append(quoted(String.join(" ", command.valued())));
      script.append("\n      ;;\n");
    }
    script.append("  esac\n}\n\n").append(valuesOfBourne());
    return script.append(BashLines.TEXT).toString();
  }

  /** For zsh 5 and later; source it after compinit, or put it in a folder of fpath. */
  public String zsh() {
    StringBuilder script = new StringBuilder("#compdef ballast\n").append(ABOUT);
    script.append("_ballast_command() {\n  subs=() opts=() valued=()\n  case $1 in\n");
    for (CommandWords command : commands) {
      script.append("    ").append(quoted(command.path())).append(")\n      subs=(\n");
      for (Word word : command.subcommands()) {
        script.append("        ").append(described(word.text(), word.about())).append('\n');
      }
      script.append("      )\n      opts=(\n");
      for (OptionWords option : command.options()) {
        for (String name : option.names()) {
          script.append("        ").append(described(name, option.about())).append('\n');
        }
      }
      script.append("      )\n      valued=(").append(String.join(" ", command.valued()));
      script.append(")\n      ;;\n");
    }
    script.append("  esac\n}\n\n").append(valuesOfBourne());
    return script.append(ZshLines.TEXT).toString();
  }

  /** For fish 3 and later; source it, or put it in fish's folder of completions. */
  public String fish() {
    StringBuilder script = new StringBuilder(ABOUT);
    script.append("function __ballast_subcommands\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      if (!command.subcommands().isEmpty()) {
        script.append("    case ").append(quotedInFish(command.path())).append('\n');
        command.subcommands().forEach(word -> script.append(printed(word.text(), word.about())));
      }
    }
    script.append("  end\nend\n\nfunction __ballast_options\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      script.append("    case ").append(quotedInFish(command.path())).append('\n');
      for (OptionWords option : command.options()) {
        option.names().forEach(name -> script.append(printed(name, option.about())));
      }
    }
    script.append("  end\nend\n\nfunction __ballast_valued\n  switch $argv[1]\n");
    for (CommandWords command : commands) {
      script.append("    case ").append(quotedInFish(command.path())).append('\n');
      script.append("      string split ' ' -- ");
      script.append(quotedInFish(String.join(" ", command.valued()))).append('\n');
    }
    script.append("  end\nend\n\nfunction __ballast_values\n  switch $argv[1]\n");
    keys.forEach(
        (values, some) -> {
          String cases =
              some.stream().map(CompletionScript::quotedInFish).collect(Collectors.joining(" "));
          script.append("    case ").append(cases).append('\n');
          script.append("      printf '%s\\n' ").append(kind(values));
          values.words().forEach(word -> script.append(' ').append(quotedInFish(word)));
          script.append('\n');
        });
    script.append("  end\nend\n\n");
    return script.append(FishLines.TEXT).toString();
  }

  /** Returns the table of values for bash and zsh, which sets {@code kind} and {@code list}. */
  private String valuesOfBourne() {
    StringBuilder script = new StringBuilder("_ballast_values()\n{\n  kind= list=\n  case $1 in\n");
    keys.forEach(
        (values, some) -> {
          String cases =
              some.stream().map(CompletionScript::pattern).collect(Collectors.joining("|"));
          script.append("    ").append(cases).append(")\n      kind=").append(kind(values));
          script.append(" list=").append(quoted(String.join(" ", values.words())));
          script.append("\n      ;;\n");
        });
    return script.append("  esac\n}\n\n").toString();
  }

  private static String kind(Values values) {
    return values.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String pattern(String key) {
    return key.startsWith("*") ? "*" + quoted(key.substring(1)) : quoted(key);
  }

  private static String subcommands(CommandWords command) {
    return command.subcommands().stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private static String options(CommandWords command) {
    return command.options().stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String described(String word, String about) {
    return quoted(word.replace(":", "\\:") + ":" + about);
  }

  private static String quotedInFish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String printed(String word, String about) {
    return "      printf '%s\\t%s\\n' " + quotedInFish(word) + " " + quotedInFish(about) + "\n";
  }

  private static final class BashLines {

    // No associative arrays and no mapfile: macOS has bash 3.2.
    static final String TEXT =
        """
        _ballast_add()
        {
          local found
          while IFS= read -r found; do
            COMPREPLY+=("$1$found")
          done
        }

        _ballast_files()
        {
          local extension files
          compopt -o filenames 2>/dev/null
          if [[ $kind == folders ]]; then
            _ballast_add '' < <(compgen -d -- "$cur")
            return
          fi
          files=$(for extension in $list; do compgen -f -X "!*.$extension" -- "$cur"; done)
          if [[ -n $files ]]; then
            _ballast_add '' < <(printf '%s\\n' "$files"; compgen -d -- "$cur")
          else
            _ballast_add '' < <(compgen -f -- "$cur")
          fi
        }

        _ballast()
        {
          local cur=${COMP_WORDS[COMP_CWORD]} path= option= begun= word i subs opts valued kind list
          COMPREPLY=()
          _ballast_command ''
          for ((i = 1; i < COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            if [[ -n $option ]]; then
              # --option=value is three words here
              [[ $word == = ]] || option=
            elif [[ $word == -* ]]; then
              [[ " $valued " == *" $word "* ]] && option=$word
            elif [[ " $subs " == *" $word "* && ! ( -z $path && $word == help ) ]]; then
              path=${path:+$path }$word
              _ballast_command "$path"
            fi
          done
          if [[ -n $option && $cur == = ]]; then
            cur=
          elif [[ -z $option && $cur == --*=* ]]; then
            option=${cur%%=*}
            begun=$option=
            cur=${cur#*=}
          fi
          if [[ -z $option && $cur == -* ]]; then
            _ballast_add '' < <(compgen -W "$opts" -- "$cur")
            return
          fi
          if [[ -z $option && -n $subs ]]; then
            _ballast_add '' < <(compgen -W "$subs" -- "$cur")
            return
          fi
          _ballast_values "$path $option"
          case $kind in
            words)
              # several with commas
              [[ $cur == *,* ]] && begun=$begun${cur%,*},
              _ballast_add "$begun" < <(compgen -W "$list" -- "${cur##*,}")
              ;;
            files | folders) _ballast_files ;;
          esac
        }

        complete -F _ballast ballast
        """;

    private BashLines() {}
  }

  private static final class ZshLines {

    static final String TEXT =
        """
        _ballast() {
          local command_path= option= word kind list i
          local -a subs opts valued choices
          _ballast_command ''
          for ((i = 2; i < CURRENT; i++)); do
            word=${(Q)words[i]}
            if [[ -n $option ]]; then
              option=
            elif [[ $word == -* ]]; then
              (( ${valued[(Ie)$word]} )) && option=$word
            elif (( ${subs[(I)$word:*]} )) && [[ -n $command_path || $word != help ]]; then
              command_path=${command_path:+$command_path }$word
              _ballast_command "$command_path"
            fi
          done
          if [[ -z $option && $PREFIX == --*=* ]]; then
            option=${PREFIX%%=*}
            compset -P '*='
          fi
          if [[ -z $option && $PREFIX == -* ]]; then
            _describe -o -t options option opts
            return
          fi
          if [[ -z $option && ${#subs} -gt 0 ]]; then
            _describe -t commands command subs
            return
          fi
          _ballast_values "$command_path $option"
          case $kind in
            words)
              choices=(${=list})
              # several with commas
              compset -P '*,'
              _describe -t values value choices
              ;;
            files)
              if [[ -n $list ]]; then
                _files -g "*.(${list// /|})(-.)"
              else
                _files
              fi
              ;;
            folders) _files -/ ;;
            *) _message value ;;
          esac
        }

        # Called by compinit, which has read this file, or sourced.
        if [[ ${funcstack[1]} == _ballast ]]; then
          _ballast "$@"
        else
          compdef _ballast ballast
        fi
        """;

    private ZshLines() {}
  }

  private static final class FishLines {

    static final String TEXT =
        """
        # What stands before each name, names, //, extensions: those names and folders, or else all.
        function __ballast_files
          set -l end (contains -i -- // $argv)
          set -l names $argv[2..(math $end - 1)]
          test $end -gt 2; or return
          set -l chosen
          for extension in $argv[(math $end + 1)..-1]
            set -a chosen (string match -r -- '^[^\\t]*\\.'$extension'(?=\\t|$)' $names)
          end
          if test (count $chosen) -gt 0
            set names $chosen (string match -r -- '^[^\\t]*/(?=\\t|$)' $names)
          end
          for name in $names
            printf '%s%s\\n' $argv[1] $name
          end
        end

        function __ballast_complete
          set -l current (commandline -ct)
          set -l words (commandline -opc)
          set -l path ''
          set -l option ''
          set -l begun ''
          for word in $words[2..-1]
            if test -n "$option"
              set option ''
            else if string match -q -- '-*' $word
              if contains -- $word (__ballast_valued $path)
                set option $word
              end
            else if string match -q -- $word\\t'*' (__ballast_subcommands $path)
              if test -n "$path"; or test $word != help
                set path (string trim -- "$path $word")
              end
            end
          end
          if test -z "$option"; and string match -q -- '--*=*' $current
            set option (string replace -r '=.*' '' -- $current)
            set begun $option=
            set current (string replace -r '^[^=]*=' '' -- $current)
          end
          if test -z "$option"; and string match -q -- '-*' $current
            __ballast_options $path
            return
          end
          if test -z "$option"; and test (count (__ballast_subcommands $path)) -gt 0
            __ballast_subcommands $path
            return
          end
          set -l values (__ballast_values "$path $option")
          switch "$values[1]"
            case words
              # several with commas
              set -l before (string match -r '.*,' -- $current)
              for value in $values[2..-1]
                  printf '%s\\n' "$begun$before$value"
                end
              case files
                __ballast_files "$begun" (__fish_complete_path "$current") // $values[2..-1]
              case folders
                __ballast_files "$begun" (__fish_complete_directories "$current" '') //
            end
          end

          complete -c ballast -f -a '(__ballast_complete)'
        """;

    private FishLines() {}
  }
}
