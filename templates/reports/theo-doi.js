(function () {
  'use strict';
  var words = new Intl.Collator('vi', { numeric: true });
  var all = function (selector, within) { return Array.from((within || document).querySelectorAll(selector)); };

  // Text without marks, as people type it: "Đắc Lua" is found by "dac lua".
  var fold = function (text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0111\u0110\u00d0\u00f0]/g, 'd')
      .toLowerCase().replace(/\s+/g, ' ');
  };

  var keyOf = function (row, column) {
    var cell = row.cells[column];
    if (!cell) return { text: '' };
    var key = cell.getAttribute('data-key');
    return key === null ? { text: cell.textContent.trim() } : { figure: Number(key) };
  };
  // Figures by value, then text by its letters, then what is empty or missing, whichever way the rest runs.
  var place = function (key) { return key.figure !== undefined ? 0 : /[^\s\u2026]/.test(key.text) ? 1 : 2; };
  var compare = function (a, b, direction) {
    var order = place(a) - place(b);
    if (order !== 0) return order;
    if (place(a) === 2) return 0;
    return direction * (place(a) === 0 ? a.figure - b.figure : words.compare(a.text, b.text));
  };

  all('table.data').forEach(function (table) {
    var body = table.tBodies[0];
    var original = Array.from(body.rows);
    var moving = original.filter(function (row) { return row.className === ''; });
    all('thead button', table).forEach(function (button) {
      var header = button.closest('th');
      button.addEventListener('click', function () {
        var next = { none: 'ascending', ascending: 'descending', descending: 'none' }[header.getAttribute('aria-sort')];
        all('thead th[aria-sort]', table).forEach(function (each) { each.setAttribute('aria-sort', 'none'); });
        header.setAttribute('aria-sort', next);
        table.classList.toggle('sorted', next !== 'none');
        var rows = original;
        if (next !== 'none') {
          var column = Number(button.getAttribute('data-column'));
          var keys = new Map(moving.map(function (row) { return [row, keyOf(row, column)]; }));
          var direction = next === 'ascending' ? 1 : -1;
          var sorted = moving.slice().sort(function (a, b) { return compare(keys.get(a), keys.get(b), direction); });
          rows = sorted.concat(original.filter(function (row) { return row.className !== ''; }));
        }
        var list = document.createDocumentFragment();
        rows.forEach(function (row) { list.appendChild(row); });
        body.appendChild(list);
      });
    });
  });

  var input = document.getElementById('tim');
  var answer = document.getElementById('ket-qua-tim');
  var boxes = all('input[data-severity]');
  var tables = all('details.table').map(function (each) { return { element: each, open: false }; });
  var lines = all('table.data tbody tr').map(function (row) {
    return { element: row, line: row.className === '', table: row.closest('details.table') };
  });
  var groups = all('details.unit').map(function (group) {
    return { element: group, open: false, name: fold(group.querySelector('summary b').textContent), items: all('li', group) };
  });
  var folded = new Map();
  var textOf = function (element) {
    if (!folded.has(element)) folded.set(element, fold(element.textContent));
    return folded.get(element);
  };

  // What the reader opened by hand is put back when a search ends, and left alone otherwise.
  var searched = false;
  var refresh = function () {
    var wanted = fold(input.value).trim().split(' ').filter(Boolean);
    var holds = function (text) { return wanted.every(function (word) { return text.indexOf(word) >= 0; }); };
    var shown = {};
    boxes.forEach(function (box) { shown[box.getAttribute('data-severity')] = box.checked; });
    var found = 0;
    var searching = wanted.length > 0;
    if (searching && !searched) tables.concat(groups).forEach(function (each) { each.open = each.element.open; });
    var sets = searching || searched;
    searched = searching;
    if (sets) tables.forEach(function (each) { each.element.open = !searching && each.open; });
    lines.forEach(function (each) {
      var show = !searching || (each.line && holds(textOf(each.element)));
      each.element.hidden = !show;
      if (show) found += 1;
      if (show && each.table && searching) each.table.open = true;
    });
    groups.forEach(function (group) {
      var left = 0;
      group.items.forEach(function (item) {
        var show = shown[item.getAttribute('data-severity')] !== false && holds(group.name + ' ' + textOf(item));
        item.hidden = !show;
        if (show) left += 1;
      });
      group.element.hidden = left === 0;
      if (sets) group.element.open = searching ? left > 0 : group.open;
      found += left;
    });
    answer.textContent = !searching ? ''
      : found === 0 ? "Không có dòng nào khớp." : "Tìm thấy # dòng.".replace('#', String(found));
  };
  var waiting;
  input.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(refresh, 120); });
  input.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { input.value = ''; refresh(); }
    if (event.key === 'Enter') refresh();
  });
  document.getElementById('xoa-tim').addEventListener('click', function () { input.value = ''; refresh(); input.focus(); });
  boxes.forEach(function (box) { box.addEventListener('change', refresh); });

  // Where a figure comes from: the block of data is read when the first one is asked for.
  var block = document.getElementById('nguon-so');
  var view = document.getElementById('xem-so');
  if (!block || !view || !view.showModal) return;
  var book;
  var read = function () {
    if (book === undefined) book = JSON.parse(block.textContent);
    return book;
  };
  var title = document.getElementById('xem-so-ten');
  var content = document.getElementById('xem-so-noi-dung');
  var back = document.getElementById('xem-so-lui');
  var make = function (name, text, look) {
    var one = document.createElement(name);
    if (text !== undefined && text !== '') one.textContent = text;
    if (look) one.className = look;
    return one;
  };
  var put = function (name, text, look) { return content.appendChild(make(name, text, look)); };
  var said = function (label, text) {
    var line = put('p');
    line.appendChild(make('b', label));
    line.appendChild(document.createTextNode(text));
  };
  var list = function (lines) {
    var items = put('ul');
    lines.forEach(function (line) { items.appendChild(make('li', line)); });
  };
  // Rows of texts, or of { text, go } that lead on.
  var grid = function (heads, rows) {
    var table = put('table');
    var head = table.createTHead().insertRow();
    heads.forEach(function (text) { var cell = head.appendChild(make('th', text)); cell.scope = 'col'; });
    var body = table.createTBody();
    rows.forEach(function (row) {
      var line = body.insertRow();
      row.forEach(function (cell) {
        var place = line.insertCell();
        if (typeof cell === 'string') { place.textContent = cell; return; }
        if (cell.look) place.className = cell.look;
        if (!cell.go) { place.textContent = cell.text; return; }
        var button = place.appendChild(make('button', cell.text));
        button.type = 'button';
        button.addEventListener('click', function () { open(cell.go); });
      });
    });
  };

  // Places in the arrays of the block; a figure's own list stops at the last thing that it has.
  var NAME = 1, WITHIN = 2, SOURCES = 3, ROWS = 4, GROUPS = 5, FINDINGS = 6, FIGURES = 7;
  var figureOf = function (unit, indicator) {
    return read().units[unit][FIGURES].find(function (one) { return one[0] === indicator; });
  };
  var why = function (figure) { return figure[4] ? read().words[figure[4] - 1] : ''; };
  var cells = function (unit, places) {
    places.forEach(function (place) {
      var group = unit[GROUPS][place];
      var source = unit[SOURCES][group[3]];
      var rows = group[5] < 0 ? ['', ''] : unit[ROWS][group[5]];
      put('h3', (group[0] === 0 ? 'Tử số: “' : 'Mẫu số: “') + read().words[group[1]] + '” = ' + group[2]);
      put('p', source[0] + (source[1] ? ' › ' + source[1] : ''), 'place');
      put('p', 'sha256 ' + source[2], 'place');
      grid(['Ô', 'Dòng', 'Số đã đọc'], group[6].split('\n').map(function (value, index) {
        return [group[4] + rows[2 * index], rows[2 * index + 1], { text: value, look: 'right' }];
      }));
    });
  };
  var parts = function (unit, indicator) {
    var rows = [];
    read().units.forEach(function (one, place) {
      if (one[WITHIN].indexOf(unit) < 0 || place === unit) return;
      var figure = figureOf(place, indicator);
      if (!figure) return;
      rows.push([{ text: one[NAME], go: place + '.' + indicator + '.r' }, why(figure) || figure[1]]);
    });
    if (rows.length > 0) grid(['Đơn vị', 'Số liệu'], rows);
  };
  var findings = function (unit, figure) {
    var texts = (figure[6] || []).map(function (place) { return unit[FINDINGS][place]; });
    var standing = texts.filter(function (text) { return text[0] !== '+'; });
    if (standing.length > 0) { put('h3', 'Nội dung cần xử lý'); list(standing); }
    texts.forEach(function (text) { if (text[0] === '+') said('Đã xác nhận: ', text.slice(1)); });
  };
  var showFigure = function (key) {
    var path = key.split('.');
    var told = read().told[key];
    var about = read().indicators[Number(path[1])];
    if (!about) {
      title.textContent = told[0];
      list(told.slice(1));
      return;
    }
    var unit = read().units[Number(path[0])];
    var figure = figureOf(Number(path[0]), Number(path[1]));
    title.textContent = about.label;
    put('p', unit[NAME] + ', kỳ ' + read().period);
    if (!figure) { put('p', '…'); return; }
    put('p', figure[1] + (about.denominator || why(figure) ? '' : ' ' + about.unit), 'sum');
    if (why(figure)) said('Không được tính: ', why(figure) + '.');
    if (told) { said('Số được hỏi: ', told[0] + '.'); list(told.slice(1)); }
    said(about.denominator ? 'Tử số: ' : 'Cách tính: ', about.numerator + '.');
    if (about.denominator) said('Mẫu số: ', about.denominator + '.');
    said('Căn cứ: ', about.basis);
    if (figure[3] > 1) said('Có trong số này: ', figure[2] + '/' + figure[3] + ' đơn vị.');
    parts(Number(path[0]), Number(path[1]));
    cells(unit, figure[5] || []);
    if (figure[8] && figure[8].length) { said('Đơn vị tự nhập: ', figure[8][0]); cells(unit, figure[8][1]); }
    findings(unit, figure);
    (figure[7] || []).forEach(function (line) { put('p', line); });
    put('p', 'Trên máy tính: tdkvh trace "' + unit[0] + '" ' + about.id, 'place');
  };
  // What the page says of one unit, in one place; nothing is computed again.
  var showUnit = function (place) {
    var unit = read().units[place];
    title.textContent = unit[NAME];
    var row = document.querySelector('table.heat tr[data-u="' + place + '"]');
    var whole = document.querySelector('table.heat tr.total');
    if (row) {
      var heads = all('thead th button', row.closest('table')).map(function (one) { return one.textContent; });
      put('h3', heads.length > 1 ? 'Chỉ tiêu chính' : '');
      grid(['Chỉ tiêu', 'Đơn vị', 'Toàn đơn vị tổng hợp'], heads.slice(1).map(function (head, index) {
        var cell = row.cells[index + 1];
        var key = cell.getAttribute('data-f');
        return [head, { text: cell.textContent, go: key, look: cell.className }, whole ? whole.cells[index + 1].textContent : ''];
      }));
    }
    all('table.data:not(.heat) tr[data-u="' + place + '"]').forEach(function (line) {
      if (!line.closest('#can-xu-ly, #tinh-hinh')) return;
      var names = all('thead button', line.closest('table')).map(function (one) { return one.textContent; });
      put('h3', line.closest('.table').querySelector('h3').textContent);
      grid(['Mục', 'Nội dung'], names.slice(2).map(function (name, index) {
        return [name, line.cells[index + 2].textContent];
      }).filter(function (pair) { return pair[1].trim() !== ''; }));
    });
    var group = document.querySelector('details.unit[data-u="' + place + '"]');
    if (group) {
      put('h3', 'Nội dung cần xử lý');
      content.appendChild(group.querySelector('ul').cloneNode(true));
    }
    put('h3', 'Mọi số liệu');
    grid(['Chỉ tiêu', 'Số liệu'], unit[FIGURES].map(function (figure) {
      return [{ text: read().indicators[figure[0]].label, go: place + '.' + figure[0] + '.r' }, why(figure) || figure[1]];
    }));
  };
  var path = [];
  var draw = function () {
    var key = path[path.length - 1];
    content.textContent = '';
    if (key[0] === 'u') showUnit(Number(key.slice(1))); else showFigure(key);
    back.hidden = path.length < 2;
    view.scrollTop = 0;
  };
  var open = function (key) {
    path.push(key);
    draw();
    if (!view.open) { document.body.classList.add('tracing'); view.showModal(); }
  };
  back.addEventListener('click', function () { path.pop(); draw(); });
  var shut = function () { view.close(); };
  document.getElementById('xem-so-dong').addEventListener('click', shut);
  view.addEventListener('close', function () { path = []; document.body.classList.remove('tracing'); });
  view.addEventListener('click', function (event) { if (event.target === view) shut(); });
  var act = function (target) {
    var figure = target.closest('[data-f]');
    if (figure) { open(figure.getAttribute('data-f')); return true; }
    var name = target.closest('tr[data-u] > th[scope=row]');
    if (name) { open('u' + name.parentNode.getAttribute('data-u')); return true; }
    return false;
  };
  document.addEventListener('click', function (event) { if (!view.contains(event.target)) act(event.target); });

  // One cell of each table is in the order of Tab; arrows go from it to the others.
  all('table.data').forEach(function (table) {
    var first = table.tBodies[0].querySelector('[data-f], tr[data-u] > th');
    if (first) first.tabIndex = 0;
  });
  var step = function (row, way) {
    var next = row;
    do { next = way > 0 ? next.nextElementSibling : next.previousElementSibling; } while (next && next.hidden);
    return next;
  };
  document.addEventListener('keydown', function (event) {
    // Alt and an arrow, Ctrl and Home are the browser's.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var cell = event.target;
    if (!cell.closest || !cell.matches('table.data tbody td, table.data tbody th')) return;
    var row = cell.parentNode;
    var to;
    if (event.key === 'Enter' || event.key === ' ') { if (act(cell)) event.preventDefault(); return; }
    if (event.key === 'ArrowRight') to = cell.nextElementSibling;
    if (event.key === 'ArrowLeft') to = cell.previousElementSibling;
    if (event.key === 'Home') to = row.cells[0];
    if (event.key === 'End') to = row.cells[row.cells.length - 1];
    var other = event.key === 'ArrowDown' ? step(row, 1) : event.key === 'ArrowUp' ? step(row, -1) : undefined;
    if (other) to = other.cells[cell.cellIndex];
    if (!to) return;
    event.preventDefault();
    cell.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
})();
