package ballast.cli.shell;

/** The part of the script for bash that looks things up in the tables. */
final class BashLines {

  // No associative arrays, no mapfile: macOS has bash 3.2.
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
